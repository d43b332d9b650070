package dev.threadline.ingestion.source.file;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** The kinds of file that can be read, known by the ends of their names. */
public enum SourceFormat {
    /** One JSON object a line. */
    JSON_LINES("\\.(json|jsonl|ndjson)(\\.gz)?"),
    /** RFC 4180 with a header. */
    CSV("\\.csv(\\.gz)?"),
    PARQUET("\\.parquet");

    /** What a user may name, for messages. */
    public static final String NAMES = ".json, .jsonl, .ndjson, .csv (each also .gz) and .parquet";

    private final Pattern fileName;

    SourceFormat(String ending) {
        this.fileName = Pattern.compile(".*" + ending, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }

    /** The format of a file by its name; empty if it is none of ours. */
    public static Optional<SourceFormat> of(String fileName) {
        return Arrays.stream(values())
                .filter(format -> format.fileName.matcher(fileName).matches())
                .findFirst();
    }
}
