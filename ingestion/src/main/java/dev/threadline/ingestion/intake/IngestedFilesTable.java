package dev.threadline.ingestion.intake;

import dev.threadline.ingestion.source.file.SourceFile;
import dev.threadline.ingestion.source.mapping.SourceMapping;
import dev.threadline.ingestion.warehouse.Table;
import dev.threadline.ingestion.warehouse.Warehouse;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;

/** The table {@code ingested_files}: which files were taken in, in which state, by which mapping. */
public final class IngestedFilesTable {

    private static final String FILE = "file";
    private static final String SIZE_BYTES = "size_bytes";
    private static final String MODIFIED_AT = "modified_at";
    private static final String MAPPING = "mapping";

    public static final Table<IngestedFile> TABLE = Table.<IngestedFile>named(
                    "ingested_files", "One row per file taken in; a file that changed and was taken in again has more.")
            .prunedBy(FILE)
            .string(
                    FILE,
                    "The file: an absolute path, or a URI.",
                    taken -> taken.file().path())
            .whole(
                    SIZE_BYTES,
                    "Its length when it was taken in.",
                    taken -> taken.file().sizeBytes())
            .instant(
                    MODIFIED_AT,
                    "When it had last been written then.",
                    taken -> taken.file().modifiedAt().toEpochMilli())
            .string(
                    MAPPING,
                    "The source mapping that it was read by: a built-in one's name, or a file.",
                    IngestedFile::mapping)
            .string("run_id", "The run that took it in.", IngestedFile::runId)
            .instant(
                    "ingested_at",
                    "When that run began.",
                    taken -> taken.ingestedAt().toEpochMilli())
            .whole("read", "Records in it.", IngestedFile::read)
            .whole("rejected", "Records of it that were refused.", IngestedFile::rejected)
            .build();

    private record State(String path, long sizeBytes, Instant modifiedAt) {
        static State of(SourceFile file) {
            return new State(file.path(), file.sizeBytes(), file.modifiedAt());
        }
    }

    private IngestedFilesTable() {}

    /** Those of {@code files} that were not taken in by this mapping in exactly the state they are in now. */
    static List<SourceFile> notYetTaken(Warehouse warehouse, SourceMapping mapping, List<SourceFile> files) {
        if (!warehouse.has(TABLE)) {
            return files;
        }
        Set<State> taken = new HashSet<>();
        for (Row row : warehouse
                .read(TABLE)
                .filter(org.apache.spark.sql.functions.col(MAPPING).equalTo(mapping.locator()))
                .select(FILE, SIZE_BYTES, MODIFIED_AT)
                .collectAsList()) {
            taken.add(new State(row.getString(0), row.getLong(1), row.getInstant(2)));
        }
        return files.stream().filter(file -> !taken.contains(State.of(file))).toList();
    }
}
