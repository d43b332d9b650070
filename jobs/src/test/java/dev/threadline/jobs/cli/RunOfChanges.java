package dev.threadline.jobs.cli;

import dev.threadline.ingestion.intake.IngestJob;
import dev.threadline.ingestion.intake.IngestRequest;
import dev.threadline.ingestion.warehouse.SparkSessions;
import dev.threadline.ingestion.warehouse.Warehouse;
import dev.threadline.jobs.config.Configuration;
import dev.threadline.jobs.publish.BuildExtent;
import dev.threadline.jobs.publish.PublishJob;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A program that takes a log in and builds only what changed, which the command line does for large logs alone. */
final class RunOfChanges {

    private RunOfChanges() {}

    /** Arguments: log, warehouse. */
    public static void main(String[] arguments) {
        run(Path.of(arguments[0]), Path.of(arguments[1]));
        System.exit(0);
    }

    static void run(Path log, Path root) {
        Warehouse warehouse = new Warehouse(
                SparkSessions.start(Map.of("spark.master", "local[2]", "spark.sql.shuffle.partitions", "2")),
                root.toString());
        String runId = UUID.randomUUID().toString();
        new IngestJob(warehouse)
                .run(new IngestRequest(List.of(log.toString()), "canonical", Instant.now(), runId, false, 1));
        new PublishJob(warehouse, Configuration.defaults(), step -> {})
                .run(new PublishJob.Request(runId, Instant::now, Optional.empty(), BuildExtent.CHANGES, "test"));
    }
}
