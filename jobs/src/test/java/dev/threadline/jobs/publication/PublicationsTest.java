package dev.threadline.jobs.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadline.ingestion.SparkFailures;
import dev.threadline.ingestion.UserError;
import dev.threadline.ingestion.warehouse.SparkSessions;
import dev.threadline.ingestion.warehouse.Warehouse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicationsTest {

    private static final long NOON = 1_774_958_400_000L;
    private static final int RUNS = 3;

    @TempDir
    Path folder;

    private Publications publications;

    @BeforeEach
    void openWarehouse() {
        publications = new Publications(
                new Warehouse(SparkSessions.start(Map.of("spark.master", "local[2]")), folder.toString()));
    }

    @Test
    void aRunThatAnotherOneWasQuickerThanSaysSo() {
        publications.add(publication(1, "quick"));
        assertThatThrownBy(() -> publications.add(publication(1, "slow")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("Another run published 1");
    }

    @Test
    void ofRunsThatPublishAtOnceOneDoesAndTheOthersMayTryAgain() throws Exception {
        publications.add(publication(1, "first"));
        CyclicBarrier together = new CyclicBarrier(RUNS);
        ExecutorService runs = Executors.newFixedThreadPool(RUNS);
        try {
            List<Future<Boolean>> published = new ArrayList<>();
            for (int run = 0; run < RUNS; run++) {
                String id = "run-" + run;
                published.add(runs.submit(() -> {
                    together.await();
                    return publishes(id);
                }));
            }
            int done = 0;
            for (Future<Boolean> run : published) {
                done += run.get() ? 1 : 0;
            }
            assertThat(done).isEqualTo(1);
        } finally {
            runs.shutdownNow();
        }
        assertThat(publications.all()).extracting(Publication::publicationId).containsExactly(1L, 2L);
    }

    private boolean publishes(String runId) {
        try {
            publications.add(publication(2, runId));
            return true;
        } catch (RuntimeException refused) {
            RuntimeException explained = SparkFailures.explained(refused, "warehouse");
            assertThat(explained)
                    .isInstanceOfSatisfying(
                            UserError.class,
                            error -> assertThat(error.isPassing()).isTrue());
            return false;
        }
    }

    private static Publication publication(long number, String runId) {
        return new Publication(
                number, NOON, runId, NOON, "1", "UTC", "silence", "{}", "f", new TableVersions(), 0, 0, 0, "test");
    }
}
