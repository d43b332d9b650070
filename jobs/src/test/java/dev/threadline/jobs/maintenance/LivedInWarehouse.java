package dev.threadline.jobs.maintenance;

import dev.threadline.ingestion.intake.IngestJob;
import dev.threadline.ingestion.intake.IngestReport;
import dev.threadline.ingestion.intake.IngestRequest;
import dev.threadline.ingestion.warehouse.SparkSessions;
import dev.threadline.ingestion.warehouse.Warehouse;
import dev.threadline.jobs.config.Configuration;
import dev.threadline.jobs.publication.Publication;
import dev.threadline.jobs.publication.Publications;
import dev.threadline.jobs.publish.BuildExtent;
import dev.threadline.jobs.publish.PublishJob;
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

/** A warehouse that log after log comes into, each published or not. */
public final class LivedInWarehouse {

    private final Path folder;
    private final Warehouse warehouse;
    private int logs;

    /** A new one in an empty folder. */
    public LivedInWarehouse(Path folder) {
        this.folder = folder;
        this.warehouse = new Warehouse(
                SparkSessions.start(Map.of("spark.master", "local[2]", "spark.sql.shuffle.partitions", "2")),
                folder.resolve("warehouse").toString());
    }

    /** A message as a line of canonical JSON. */
    public static String line(String thread, String message, String sentAt, String role, String sender, String text) {
        return ("{\"thread_id\":\"%s\",\"message_id\":\"%s\",\"sent_at\":\"%s\",\"sender_role\":\"%s\",\"sender_id\":\"%s\","
                        + "\"channel\":\"webchat\",\"text\":\"%s\"}")
                .formatted(thread, message, sentAt, role, sender, text);
    }

    public Warehouse warehouse() {
        return warehouse;
    }

    public Path root() {
        return folder.resolve("warehouse");
    }

    /** Takes lines in as a file of their own, which it leaves there. */
    public IngestReport ingest(Instant now, String... lines) {
        try {
            Path log = Files.write(folder.resolve("log-" + ++logs + ".jsonl"), List.of(lines));
            return ingest(now, log);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** Takes a file in, also one that was taken in before. */
    public IngestReport ingest(Instant now, Path log) {
        return new IngestJob(warehouse)
                .run(new IngestRequest(List.of(log.toString()), "canonical", now, "ingest", true, 1));
    }

    /** Builds and publishes at an instant. */
    public PublishJob.Result publish(Instant now) {
        return publish(now, Optional.empty(), BuildExtent.AS_NEEDED);
    }

    /** Builds so much up to an instant, or up to the newest message, and publishes. */
    public PublishJob.Result publish(Instant now, Optional<Instant> asOf, BuildExtent extent) {
        return new PublishJob(warehouse, Configuration.defaults(), step -> {})
                .run(new PublishJob.Request("build", () -> now, asOf, extent, "test"));
    }

    public List<Publication> publications() {
        return new Publications(warehouse).all();
    }

    /** Rows in a fixed order. */
    public static List<String> rows(Dataset<Row> rows) {
        return rows.collectAsList().stream().map(Row::toString).sorted().toList();
    }
}
