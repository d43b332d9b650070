package dev.threadline.ingestion.parquet;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;

/** Encodes the texts of one column, and hands out what it made before where a text comes again. */
final class Texts<V> {

    /** Enough for channels, teams and agents; what has more different values gains nothing by keeping them. */
    private static final int REMEMBERED = 1024;

    private final Function<V, byte[]> utf8;
    private final @Nullable Map<V, Binary> known;
    private @Nullable V last;
    private Binary lastEncoded = Binary.EMPTY;

    Texts(Function<V, byte[]> utf8, boolean recurs) {
        this.utf8 = utf8;
        this.known = recurs ? new HashMap<>() : null;
    }

    Binary encoded(V text) {
        if (!text.equals(last)) {
            lastEncoded = known == null ? encode(text) : known(text, known);
            last = text;
        }
        return lastEncoded;
    }

    private Binary known(V text, Map<V, Binary> texts) {
        Binary encoded = texts.get(text);
        if (encoded == null) {
            encoded = encode(text);
            if (texts.size() < REMEMBERED) {
                texts.put(text, encoded);
            }
        }
        return encoded;
    }

    private Binary encode(V text) {
        return Binary.fromConstantByteArray(utf8.apply(text));
    }
}
