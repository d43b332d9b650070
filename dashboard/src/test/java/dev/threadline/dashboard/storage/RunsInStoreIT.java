package dev.threadline.dashboard.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.ingestion.SparkFailures;
import dev.threadline.ingestion.UserError;
import dev.threadline.ingestion.message.MessagesTable;
import dev.threadline.ingestion.warehouse.Warehouse;
import dev.threadline.jobs.boundary.model.BoundaryModels;
import dev.threadline.jobs.calibrate.LogCalibration;
import dev.threadline.jobs.config.Configuration;
import dev.threadline.jobs.pipeline.input.ThreadsInMemory;
import dev.threadline.jobs.publish.BuildExtent;
import dev.threadline.jobs.publish.PublishJob;
import dev.threadline.jobs.rebuild.Comparison;
import dev.threadline.jobs.rebuild.ComparisonJob;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that race in a store, and those that read all of it: they come to what they come to in a folder. */
class RunsInStoreIT {

    private static final int RACERS = 3;
    private static final int TRIES = 50;

    @TempDir
    private static Path folder;

    private static S3Server server;
    private static SparkSession spark;

    @BeforeAll
    static void start() throws IOException {
        server = S3Server.start(folder);
        spark = StoreJobs.spark(server);
    }

    @AfterAll
    static void stop() throws IOException {
        StoreJobs.stop(spark, server);
    }

    @Test
    void runsThatRaceLoseNothingAndDoubleNothing() throws Exception {
        List<Path> logs = new ArrayList<>();
        for (int i = 0; i < RACERS; i++) {
            logs.add(StoreJobs.log(folder, "racer" + i, 5 * i, 5 * i + 8, "hello"));
        }
        Warehouse alone = inFolder("alone");
        StoreJobs.ingest(alone, logs.toArray(Path[]::new));
        StoreJobs.publish(alone);

        Warehouse store = inStore("raced");
        ExecutorService racers = Executors.newFixedThreadPool(RACERS);
        try {
            List<Future<Integer>> beaten = racers.invokeAll(logs.stream()
                    .<Callable<Integer>>map(log -> () -> untilItIsDone(log))
                    .toList());
            int defeats = 0;
            for (Future<Integer> racer : beaten) {
                defeats += racer.get();
            }
            assertThat(defeats).as("they do get in each other's way").isPositive();
        } finally {
            racers.shutdownNow();
        }
        StoreJobs.publish(store);
        assertThat(store.read(MessagesTable.TABLE).count())
                .isEqualTo(alone.read(MessagesTable.TABLE).count());
        assertThat(StoreJobs.published(store)).isEqualTo(StoreJobs.published(alone));
    }

    /** Takes a log in and publishes, as often as others get in the way; returns how often they did. */
    private static int untilItIsDone(Path log) {
        // A session of its own, as runs give names to what they work on.
        SparkSession session = spark.newSession();
        SparkSession.setActiveSession(session);
        Warehouse warehouse = new Warehouse(session, place("raced"));
        for (int beaten = 0; beaten < TRIES; beaten++) {
            try {
                StoreJobs.ingest(warehouse, log);
                StoreJobs.publish(warehouse);
                return beaten;
            } catch (RuntimeException failure) {
                assertThat(SparkFailures.explained(failure, warehouse.root()))
                        .as("what the command line says of it")
                        .isInstanceOfSatisfying(
                                UserError.class,
                                anotherRun -> assertThat(anotherRun.isPassing()).isTrue());
            }
        }
        throw new AssertionError("beaten " + TRIES + " times");
    }

    @Test
    void aRebuildComparesAndACalibrationLearnsAsInAFolder() throws IOException {
        Path log = StoreJobs.log(folder, "rebuilt", 0, 20, "hello");
        Warehouse store = inStore("rebuilt");
        Warehouse local = inFolder("rebuilt");
        for (Warehouse warehouse : List.of(store, local)) {
            StoreJobs.ingest(warehouse, log);
            StoreJobs.publish(warehouse);
        }
        List<String> before = StoreJobs.published(store);
        Comparison compared = rebuilt(store);
        assertThat(compared.figures()).isNotEmpty().isEqualTo(rebuilt(local).figures());
        assertThat(StoreJobs.published(store)).isEqualTo(before);
        assertThat(model(store)).isEqualTo(model(local));
    }

    private static Comparison rebuilt(Warehouse warehouse) {
        List<Comparison> shown = new ArrayList<>();
        new PublishJob(warehouse, Configuration.defaults(), step -> {})
                .rebuild(
                        new PublishJob.Request(
                                "rebuild", () -> StoreJobs.NOW, Optional.empty(), BuildExtent.EVERYTHING, "test"),
                        candidate -> shown.add(new ComparisonJob(warehouse)
                                .run(
                                        LocalDate.EPOCH,
                                        candidate.shown().orElseThrow(),
                                        candidate.versions(),
                                        ZoneOffset.UTC)));
        return shown.get(0);
    }

    private static String model(Warehouse warehouse) {
        return BoundaryModels.write(new LogCalibration(BoundaryModels.shipped())
                .fromLog(
                        ThreadsInMemory.read(ThreadsInMemory.sample(warehouse.read(MessagesTable.TABLE))),
                        Configuration.defaults())
                .model());
    }

    private static Warehouse inStore(String name) {
        return new Warehouse(spark, place(name));
    }

    private static String place(String name) {
        return "s3a://" + S3Server.BUCKET + "/" + name;
    }

    private static Warehouse inFolder(String name) {
        return new Warehouse(spark, folder.resolve("local-" + name).toString());
    }
}
