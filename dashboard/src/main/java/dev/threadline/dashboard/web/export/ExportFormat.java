package dev.threadline.dashboard.web.export;

import java.util.Arrays;
import java.util.List;

/** What a table can be taken away as. */
public enum ExportFormat {
    /** RFC 4180 with a header. */
    CSV("text/csv"),
    /** An object per line. */
    JSONL("application/x-ndjson"),
    PARQUET("application/vnd.apache.parquet");

    private final String contentType;

    ExportFormat(String contentType) {
        this.contentType = contentType;
    }

    public String contentType() {
        return contentType;
    }

    /** Of all of them. */
    public static List<String> contentTypes() {
        return Arrays.stream(values()).map(ExportFormat::contentType).toList();
    }
}
