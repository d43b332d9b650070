package dev.threadline.jobs.sample;

import dev.threadline.ingestion.intake.IngestJob;
import dev.threadline.ingestion.intake.IngestRequest;
import dev.threadline.ingestion.message.MessagesTable;
import dev.threadline.ingestion.warehouse.SparkSessions;
import dev.threadline.ingestion.warehouse.Table;
import dev.threadline.ingestion.warehouse.Warehouse;
import dev.threadline.jobs.config.Configuration;
import dev.threadline.jobs.config.Configurations;
import dev.threadline.jobs.publication.BuiltTables;
import dev.threadline.jobs.publication.Publication;
import dev.threadline.jobs.publish.BuildExtent;
import dev.threadline.jobs.publish.PublishJob;
import dev.threadline.jobs.reference.LogRecord;
import dev.threadline.jobs.reference.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** A sample as the generator wrote it, taken the whole way with Spark: once for all tests that look at it. */
final class PublishedSample {

    static final Path SMALL = Path.of("..", "sample-data", "small");

    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    private static @Nullable PublishedSample small;

    private final Warehouse warehouse;
    private final Configuration configuration;
    private final Publication publication;
    private @Nullable Tables tables;

    /** Publishes the sample in a folder: {@code log}, {@code threadline.yml}. */
    PublishedSample(Path folder) {
        Path root = temporaryFolder();
        warehouse = new Warehouse(SparkSessions.start(Map.of("spark.master", "local[2]")), root.toString());
        configuration = Configurations.read(folder.resolve(Configurations.FILE_NAME));
        String log = folder.resolve("log").toAbsolutePath().normalize().toString();
        new IngestJob(warehouse).run(new IngestRequest(List.of(log), "canonical", NOW, "sample", false, 1));
        publication = new PublishJob(warehouse, configuration, step -> {})
                .run(new PublishJob.Request("sample", () -> NOW, Optional.empty(), BuildExtent.AS_NEEDED, "test"))
                .publication();
    }

    /** The sample in the tree. */
    static synchronized PublishedSample small() {
        PublishedSample sample = small == null ? new PublishedSample(SMALL) : small;
        small = sample;
        return sample;
    }

    Configuration configuration() {
        return configuration;
    }

    Instant asOf() {
        return Instant.ofEpochMilli(publication.asOf());
    }

    /** A published table. */
    Dataset<Row> rows(Table<?> table) {
        return publication.tableVersions().read(warehouse, table);
    }

    /** All tables that are built from messages. */
    Tables tables() {
        if (tables == null) {
            Tables read = Tables.none();
            for (Table<?> table : BuiltTables.ALL) {
                read = read.withRows(table, rows(table).collectAsList().stream());
            }
            tables = read;
        }
        return tables;
    }

    /** The messages as merged. */
    List<LogRecord> messages() {
        return rows(MessagesTable.TABLE).collectAsList().stream()
                .map(PublishedSample::message)
                .toList();
    }

    private static LogRecord message(Row row) {
        Boolean acknowledgement = row.getAs(MessagesTable.IS_ACKNOWLEDGEMENT_TEXT);
        Boolean question = row.getAs(MessagesTable.ENDS_IN_QUESTION);
        return new LogRecord(
                row.getAs(MessagesTable.SOURCE),
                row.getAs(MessagesTable.THREAD_ID),
                row.getAs(MessagesTable.MESSAGE_ID),
                row.getAs(MessagesTable.SENT_AT),
                row.getAs(MessagesTable.SENDER_ROLE),
                row.getAs(MessagesTable.SENDER_ID),
                row.getAs(MessagesTable.KIND),
                row.getAs(MessagesTable.EVENT),
                row.getAs(MessagesTable.ASSIGNEE_ID),
                row.getAs(MessagesTable.CHANNEL),
                row.getAs(MessagesTable.TEAM),
                row.getAs(MessagesTable.CUSTOMER_ID),
                row.getAs(MessagesTable.SEQUENCE),
                Boolean.TRUE.equals(acknowledgement),
                Boolean.TRUE.equals(question));
    }

    private static Path temporaryFolder() {
        try {
            Files.createDirectories(Path.of("target", "samples"));
            return Files.createTempDirectory(Path.of("target", "samples").toAbsolutePath(), "warehouse");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
