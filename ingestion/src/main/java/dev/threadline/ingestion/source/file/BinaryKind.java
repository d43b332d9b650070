package dev.threadline.ingestion.source.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** What a file is that is no text, by its first bytes. */
enum BinaryKind {
    PARQUET("a Parquet file", "Let its name end in .parquet", "PAR1\u0015"),
    GZIP("compressed by gzip", "Let its name end in .gz, or unpack it", "\u001F\u008B"),
    ZIP("a zip archive, as spreadsheets are too", "Unpack it, or save the spreadsheet as CSV", "PK\u0003\u0004"),
    OLD_OFFICE("a document of an office program", "Save it as CSV", "\u00D0\u00CF\u0011\u00E0"),
    BZIP2("compressed by bzip2", "Unpack it, or pack it by gzip", "BZh91"),
    XZ("compressed by xz", "Unpack it, or pack it by gzip", "\u00FD7zXZ"),
    ZSTD("compressed by zstd", "Unpack it, or pack it by gzip", "(\u00B5/\u00FD"),
    AVRO("an Avro file", "Convert it to Parquet or to JSON lines", "Obj\u0001");

    /** No kind is told by more bytes. */
    private static final int LONGEST = 8;

    private final String called;
    private final String cure;
    private final String magic;

    /**
     * A kind.
     *
     * @param magic what it begins with, a character a byte
     */
    BinaryKind(String called, String cure, String magic) {
        this.called = called;
        this.cure = cure;
        this.magic = magic;
    }

    /** What a file is that begins so; empty for text, and for what is not known. */
    static Optional<BinaryKind> of(byte[] beginning) {
        String characters = new String(beginning, 0, Math.min(LONGEST, beginning.length), StandardCharsets.ISO_8859_1);
        return Arrays.stream(values())
                .filter(kind -> characters.startsWith(kind.magic))
                .findFirst();
    }

    /** As an error says it, behind "It is". */
    String called() {
        return called;
    }

    /** What to do with it where a text was expected. */
    String cure() {
        return cure;
    }
}
