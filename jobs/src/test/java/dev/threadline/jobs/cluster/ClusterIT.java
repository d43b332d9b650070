package dev.threadline.jobs.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.ingestion.intake.IngestJob;
import dev.threadline.ingestion.intake.IngestRequest;
import dev.threadline.ingestion.warehouse.SparkSessions;
import dev.threadline.ingestion.warehouse.Table;
import dev.threadline.ingestion.warehouse.Warehouse;
import dev.threadline.jobs.config.Configuration;
import dev.threadline.jobs.publication.BuiltTables;
import dev.threadline.jobs.publication.Publication;
import dev.threadline.jobs.publication.Publications;
import dev.threadline.jobs.publish.BuildExtent;
import dev.threadline.jobs.publish.PublishJob;
import dev.threadline.jobs.reference.LogRecord;
import dev.threadline.jobs.reference.PublishedRows;
import dev.threadline.jobs.reference.RandomLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar on a real cluster; run by {@code verify}, after packaging. */
class ClusterIT {

    private static final Path JAR = Path.of(System.getProperty("threadline.cluster-jar"));
    private static final Path LIBRARY = JAR.resolveSibling("lib");
    private static final Instant AS_OF = RandomLog.of(0).asOf();

    @TempDir
    Path folder;

    @Test
    void aClusterThatLosesAWorkerComesToTheTablesOfOneMachine() throws Exception {
        Path log = log();
        Path output = folder.resolve("run.log");
        Path shared = folder.resolve("shared");
        try (StandaloneCluster cluster = StandaloneCluster.start(folder, LIBRARY)) {
            Process run = cluster.submit(
                    JAR,
                    output,
                    List.of(
                            "run",
                            "--input",
                            log.toString(),
                            "--warehouse",
                            shared.toString(),
                            "--as-of",
                            AS_OF.toString()));
            cluster.await(output, "accepted");
            cluster.loseWorker();

            assertThat(run.waitFor(4, TimeUnit.MINUTES)).isTrue();
            assertThat(run.exitValue()).as(Files.readString(output)).isZero();
        }

        Warehouse ofCluster = warehouse(shared);
        Publication published = new Publications(ofCluster).newest().orElseThrow();
        Warehouse ofOneMachine = warehouse(folder.resolve("own"));
        Publication own = build(ofOneMachine, log);
        for (Table<?> table : BuiltTables.ALL) {
            assertThat(PublishedRows.of(ofCluster, published, table))
                    .as(table.name())
                    .isEqualTo(PublishedRows.of(ofOneMachine, own, table))
                    .isNotEmpty();
        }
    }

    private Path log() throws IOException {
        Path log = folder.resolve("log.jsonl");
        Files.write(
                log,
                LongStream.range(0, 4)
                        .boxed()
                        .flatMap(seed ->
                                RandomLog.of(seed).records().stream().map(record -> record.fromSource("s" + seed)))
                        .map(LogRecord::toJsonLine)
                        .toList());
        return log;
    }

    private static Warehouse warehouse(Path place) {
        return new Warehouse(SparkSessions.start(Map.of("spark.master", "local[2]")), place.toString());
    }

    private static Publication build(Warehouse warehouse, Path log) {
        Instant now = Instant.parse("2026-06-01T00:00:00Z");
        new IngestJob(warehouse).run(new IngestRequest(List.of(log.toString()), "canonical", now, "own", false, 0));
        return new PublishJob(warehouse, Configuration.defaults(), step -> {})
                .run(new PublishJob.Request("own", () -> now, Optional.of(AS_OF), BuildExtent.EVERYTHING, "test"))
                .publication();
    }
}
