package dev.threadline.jobs.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.ingestion.warehouse.Table;
import dev.threadline.jobs.maintenance.LivedInWarehouse;
import dev.threadline.jobs.publication.BuiltTables;
import dev.threadline.jobs.publication.Publication;
import dev.threadline.jobs.publish.BuildExtent;
import dev.threadline.jobs.reference.LogRecord;
import dev.threadline.jobs.reference.PublishedRows;
import dev.threadline.jobs.reference.RandomLog;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The laws of forgetting, on logs in which customers have several threads and much happens at one instant. */
class ForgetLawTest {

    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final int FORGOTTEN = 8;

    /** More for a longer look, by {@code -Dthreadline.logs=20}. */
    private static final int LOGS = Integer.getInteger("threadline.logs", 1);

    private static final String[] NAMES = {
        "thread_id", "message_id", "sender_id", "conversation_id", "customer_id", "previous_conversation_id"
    };

    @TempDir
    Path folder;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, LOGS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noNumberChangesAndWhatComesLaterIsBuiltOnTop(long seed) {
        Random random = new Random(seed);
        List<LogRecord> log = RandomLog.of(seed).records();
        List<LogRecord> early = log.subList(0, log.size() * 3 / 4);
        LivedInWarehouse lived = new LivedInWarehouse(folder);
        lived.ingest(NOW, lines(early));
        Map<String, List<String>> before = numbers(lived, lived.publish(NOW).publication());

        Receipt receipt = new ForgetJob(
                        lived.warehouse(),
                        asOf -> lived.publish(NOW, asOf, BuildExtent.CHANGES).publication(),
                        step -> {})
                .run(new ForgetJob.Request(someOf(early, random), Optional.empty(), true, "forget", NOW));

        assertThat(receipt.numbersUnchanged()).isTrue();
        assertThat(receipt.messages()).isPositive();
        assertThat(numbers(lived, lived.publications().get(1))).isEqualTo(before);
        lived.ingest(NOW, lines(log));
        Publication grown =
                lived.publish(NOW, Optional.empty(), BuildExtent.CHANGES).publication();
        Publication rebuilt =
                lived.publish(NOW, Optional.empty(), BuildExtent.EVERYTHING).publication();
        for (Table<?> table : BuiltTables.ALL) {
            assertThat(PublishedRows.of(lived.warehouse(), grown, table))
                    .as("%s, seed %d", table.name(), seed)
                    .isEqualTo(PublishedRows.of(lived.warehouse(), rebuilt, table));
        }
    }

    private static String[] lines(List<LogRecord> records) {
        return records.stream().map(LogRecord::toJsonLine).toArray(String[]::new);
    }

    private static List<String> someOf(List<LogRecord> records, Random random) {
        List<String> customers = List.copyOf(
                new TreeSet<>(records.stream().map(LogRecord::customerId).toList()));
        return random.ints(0, customers.size())
                .distinct()
                .limit(FORGOTTEN)
                .mapToObj(customers::get)
                .toList();
    }

    /** What a publication says, names left out. */
    private static Map<String, List<String>> numbers(LivedInWarehouse lived, Publication publication) {
        Map<String, List<String>> numbers = new HashMap<>();
        for (Table<?> table : BuiltTables.ALL) {
            numbers.put(
                    table.name(),
                    LivedInWarehouse.rows(publication
                            .tableVersions()
                            .read(lived.warehouse(), table)
                            .drop(NAMES)));
        }
        return numbers;
    }
}
