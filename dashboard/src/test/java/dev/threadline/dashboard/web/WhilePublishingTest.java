package dev.threadline.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.threadline.dashboard.fixture.RunningDashboard;
import dev.threadline.dashboard.fixture.WarehouseFixture;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Readers who go on asking while runs publish. */
class WhilePublishingTest {

    private static final int PUBLICATIONS = 10;
    private static final int READERS = 4;

    /** Together the readers ask more than fifty times a second, as far as the machine lets them. */
    private static final int PAUSE_MS = 50;

    /** Each counts the conversations of the period. */
    private static final List<String> COUNTS =
            List.of("/api/outcomes", "/api/started-and-resolved", "/api/headline", "/api/tiles");

    @TempDir
    private Path directory;

    @Test
    void noAnswerFailsOrMixesPublications() throws Exception {
        WarehouseFixture fixture = WarehouseFixture.published(directory);
        fixture.multiplyConversations(conversations(2)).publish();
        Map<Long, Set<Long>> counted = new ConcurrentHashMap<>();
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService readers = Executors.newFixedThreadPool(READERS);
        try (RunningDashboard dashboard = RunningDashboard.over(directory)) {
            List<Future<Integer>> asking = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                asking.add(readers.submit(() -> ask(dashboard, counted, done)));
            }
            for (int id = 3; id < 3 + PUBLICATIONS; id++) {
                fixture.multiplyConversations(conversations(id)).publish();
                dashboard.refresh();
            }
            // The last is asked about too.
            Thread.sleep(2L * PAUSE_MS * COUNTS.size());
            done.set(true);
            for (Future<Integer> reader : asking) {
                assertThat(reader.get()).isPositive();
            }
        } finally {
            readers.shutdownNow();
        }
        assertThat(counted).hasSizeGreaterThan(PUBLICATIONS / 2).containsKey(2L + PUBLICATIONS);
        counted.forEach(
                (id, counts) -> assertThat(counts).as("publication " + id).containsExactly(conversations(id)));
    }

    private static int ask(RunningDashboard dashboard, Map<Long, Set<Long>> counted, AtomicBoolean done)
            throws Exception {
        int asked = 0;
        while (!done.get()) {
            JsonNode answer = dashboard.json(COUNTS.get(asked++ % COUNTS.size()));
            counted.computeIfAbsent(answer.path("publication_id").asLong(), id -> ConcurrentHashMap.newKeySet())
                    .add(answer.path("n").asLong(-1));
            Thread.sleep(PAUSE_MS);
        }
        return asked;
    }

    /** Every publication has its own number of conversations. */
    private static long conversations(long publicationId) {
        return 7 * publicationId;
    }
}
