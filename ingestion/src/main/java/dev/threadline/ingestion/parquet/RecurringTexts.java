package dev.threadline.ingestion.parquet;

import java.util.Arrays;
import org.apache.parquet.bytes.ByteBufferAllocator;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.values.dictionary.DictionaryValuesWriter.PlainBinaryDictionaryValuesWriter;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;

/**
 * A dictionary of texts that knows many of them by the object that holds them, as {@link Texts} hands out the same again:
 * Parquet's own looks at every byte of every value.
 */
final class RecurringTexts extends PlainBinaryDictionaryValuesWriter {

    /** A power of two. */
    private static final int SEATS = 256;

    private final @Nullable Binary[] seated = new @Nullable Binary[SEATS];
    private final int[] ids = new int[SEATS];

    @SuppressWarnings("deprecation") // what files of Parquet's first version call their dictionaries
    RecurringTexts(int maxDictionaryBytes, ByteBufferAllocator allocator) {
        super(maxDictionaryBytes, Encoding.PLAIN_DICTIONARY, Encoding.PLAIN_DICTIONARY, allocator);
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // an equal text in another object is looked up below
    public void writeBytes(Binary text) {
        int seat = System.identityHashCode(text) & (SEATS - 1);
        if (seated[seat] == text) {
            encodedValues.add(ids[seat]);
            return;
        }
        int id = binaryDictionaryContent.getInt(text);
        if (id == binaryDictionaryContent.defaultReturnValue()) {
            id = binaryDictionaryContent.size();
            super.writeBytes(text);
        } else {
            encodedValues.add(id);
        }
        seated[seat] = text;
        ids[seat] = id;
    }

    @Override
    protected void clearDictionaryContent() {
        super.clearDictionaryContent();
        Arrays.fill(seated, null);
    }
}
