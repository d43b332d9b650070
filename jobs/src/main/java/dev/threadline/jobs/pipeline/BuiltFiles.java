package dev.threadline.jobs.pipeline;

import dev.threadline.ingestion.warehouse.AgedFiles;
import dev.threadline.ingestion.warehouse.DataFile;
import dev.threadline.ingestion.warehouse.Table;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The files that tasks of a build have finished, by table. Adding is associative. */
final class BuiltFiles implements Serializable {

    private static final long serialVersionUID = 1;

    private final Map<String, List<DataFile>> byTable = new HashMap<>();

    /** Completes the files of a table and counts them in. */
    BuiltFiles with(Table<?> table, AgedFiles<?> written) {
        of(table.name()).addAll(written.finish());
        return this;
    }

    BuiltFiles plus(BuiltFiles other) {
        other.byTable.forEach((table, files) -> of(table).addAll(files));
        return this;
    }

    /** How many rows the files hold, by table. */
    Map<String, Long> rows() {
        return byTable.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, files -> DataFile.rows(files.getValue())));
    }

    List<DataFile> of(Table<?> table) {
        return of(table.name());
    }

    private List<DataFile> of(String table) {
        return byTable.computeIfAbsent(table, unseen -> new ArrayList<>());
    }
}
