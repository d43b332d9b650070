package dev.threadline.dashboard.storage;

import dev.threadline.ingestion.intake.IngestJob;
import dev.threadline.ingestion.intake.IngestRequest;
import dev.threadline.ingestion.warehouse.SparkSessions;
import dev.threadline.ingestion.warehouse.Warehouse;
import dev.threadline.jobs.config.Configuration;
import dev.threadline.jobs.conversation.ConversationsTable;
import dev.threadline.jobs.publication.Publications;
import dev.threadline.jobs.publish.BuildExtent;
import dev.threadline.jobs.publish.PublishJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Small logs, and the jobs that are run on them, wherever their warehouse is. */
final class StoreJobs {

    static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private StoreJobs() {}

    static SparkSession spark(S3Server server) throws IOException {
        Map<String, String> settings =
                new HashMap<>(Map.of("spark.master", "local[2]", "spark.sql.shuffle.partitions", "2"));
        server.settings().forEach((key, value) -> settings.put("spark.hadoop." + key, value));
        settings.put("spark.delta.logStore.s3a.impl", OneAtATimeLogStore.class.getName());
        return SparkSessions.start(settings);
    }

    /** Hadoop would ask the stopped server for what is in a bucket of the next one. */
    static void stop(SparkSession spark, S3Server server) throws IOException {
        spark.stop();
        FileSystem.closeAll();
        server.close();
    }

    static Path log(Path folder, String name, int fromThread, int toThread, String text) throws IOException {
        Path log = folder.resolve(name + ".jsonl");
        return Files.write(
                log,
                IntStream.range(fromThread, toThread)
                        .boxed()
                        .flatMap(thread -> thread(name, thread, text))
                        .toList());
    }

    /** A customer who asks on one day or two, and an agent who answers; the second log goes on where the first ended. */
    private static Stream<String> thread(String log, int thread, String text) {
        Instant start = NOON.plus(Duration.ofMinutes(7L * thread)).plus(Duration.ofDays(log.equals("first") ? 0 : 2));
        return IntStream.range(0, 6).mapToObj(i -> """
                {"source":"s","thread_id":"t%1$d","message_id":"%2$s-%1$d-%3$d","sent_at":"%4$s","sender_role":"%5$s",\
                "sender_id":"%6$s","customer_id":"c%1$d","channel":"sms","text":"%7$s of c%1$d"}""".formatted(
                        thread,
                        log,
                        i,
                        start.plus(Duration.ofMinutes(3L * i)),
                        i % 2 == 0 ? "customer" : "agent",
                        i % 2 == 0 ? "c" + thread : "a" + thread % 3,
                        text));
    }

    static void ingest(Warehouse warehouse, Path... logs) {
        List<String> inputs = Stream.of(logs).map(Path::toString).toList();
        new IngestJob(warehouse).run(new IngestRequest(inputs, "canonical", NOW, runId(), false, 0));
    }

    /** The conversations that readers of the jobs' side see. */
    static List<String> published(Warehouse warehouse) {
        return new Publications(warehouse)
                        .newest()
                        .orElseThrow()
                        .tableVersions()
                        .read(warehouse, ConversationsTable.TABLE)
                        .collectAsList()
                        .stream()
                        .map(Row::toString)
                        .sorted()
                        .toList();
    }

    static PublishJob.Result publish(Warehouse warehouse) {
        return new PublishJob(warehouse, Configuration.defaults(), step -> {})
                .run(new PublishJob.Request(runId(), () -> NOW, Optional.empty(), BuildExtent.CHANGES, "test"));
    }

    /** Every run has its own, as in life: what it is not done with lies under that name. */
    private static String runId() {
        return UUID.randomUUID().toString();
    }
}
