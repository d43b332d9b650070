package dev.threadline.ingestion.source.csv;

import dev.threadline.ingestion.source.column.ColumnIndex;
import dev.threadline.ingestion.source.csv.CsvRecords.CsvRecord;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The first record of a CSV file: the names of its columns; empty for an empty file. */
record CsvHeader(List<String> names) {

    static CsvHeader read(CsvRecords records) throws IOException {
        CsvRecord first = records.header();
        if (first == null || first.fields() == null) {
            return new CsvHeader(List.of());
        }
        return new CsvHeader(first.fields().stream().map(String::strip).toList());
    }

    /** A wanted column that more than one name means: nobody knows which of them holds it. */
    Optional<String> namedTwice(ColumnIndex wanted) {
        Set<Integer> met = new HashSet<>();
        return names.stream()
                .filter(name -> wanted.of(name) != ColumnIndex.NONE && !met.add(wanted.of(name)))
                .findFirst();
    }
}
