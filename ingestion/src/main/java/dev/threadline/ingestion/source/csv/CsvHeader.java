package dev.threadline.ingestion.source.csv;

import dev.threadline.ingestion.source.csv.CsvRecords.CsvRecord;
import java.io.IOException;
import java.util.List;

/** The first record of a CSV file: the names of its columns; empty for an empty file. */
record CsvHeader(List<String> names) {

    static CsvHeader read(CsvRecords records) throws IOException {
        CsvRecord first = records.header();
        if (first == null || first.fields() == null) {
            return new CsvHeader(List.of());
        }
        return new CsvHeader(first.fields().stream().map(String::strip).toList());
    }
}
