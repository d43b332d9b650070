package dev.threadline.dashboard.web.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadline.dashboard.warehouse.Publication;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AnswerCacheTest {

    private static final byte[] ANSWER = {1, 2, 3};

    private final AtomicInteger worked = new AtomicInteger();

    @Test
    void whatManyAskAtOnceIsWorkedOutOnce() throws Exception {
        AnswerCache cache = new AnswerCache(1_000_000);
        CountDownLatch asked = new CountDownLatch(8);
        ExecutorService readers = Executors.newFixedThreadPool(8);
        try {
            List<Future<byte[]>> answers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                answers.add(readers.submit(() -> {
                    asked.countDown();
                    return cache.get(key("a"), () -> {
                        asked.await();
                        return work();
                    });
                }));
            }
            for (Future<byte[]> answer : answers) {
                assertThat(answer.get()).isEqualTo(ANSWER);
            }
            assertThat(worked).hasValue(1);
        } finally {
            readers.shutdownNow();
        }
    }

    @Test
    void aFailureIsToldAndNotKept() throws Exception {
        AnswerCache cache = new AnswerCache(1_000_000);
        assertThatThrownBy(() -> cache.get(key("a"), () -> {
                    throw new IllegalStateException("slow");
                }))
                .hasMessage("slow");
        assertThat(cache.get(key("a"), this::work)).isEqualTo(ANSWER);
    }

    @Test
    void readersOfDifferentSightsAndPublicationsAreNotMixedUp() throws Exception {
        AnswerCache cache = new AnswerCache(1_000_000);
        // The names of these agents have the same hash code.
        for (AnswerCache.Key key : List.of(
                key("a"),
                key("b"),
                new AnswerCache.Key(publication(2), "main", Map.of(), "/api/a", Map.of()),
                new AnswerCache.Key(publication(1), "agent", Map.of("agent_id", "Aa"), "/api/a", Map.of()),
                new AnswerCache.Key(publication(1), "agent", Map.of("agent_id", "BB"), "/api/a", Map.of()),
                new AnswerCache.Key(publication(1), "main", Map.of(), "/api/a", Map.of("channel", List.of("sms"))))) {
            cache.get(key, this::work);
        }
        assertThat(worked).hasValue(6);
    }

    @Test
    void whatWasAskedForLastIsKeptWithinTheBytes() throws Exception {
        AnswerCache cache = new AnswerCache(3_500);
        for (String name : List.of("a", "b", "c", "a", "d")) {
            cache.get(key(name), this::work);
        }
        assertThat(worked).hasValue(4);
        cache.get(key("a"), this::work);
        assertThat(worked).as("a was asked for after b").hasValue(4);
        cache.get(key("b"), this::work);
        assertThat(worked).hasValue(5);
    }

    @Test
    void longQuestionsTakeOfTheBytesToo() throws Exception {
        AnswerCache cache = new AnswerCache(20_000);
        AnswerCache.Key longest = new AnswerCache.Key(
                publication(1),
                "main",
                Map.of(),
                "/api/a",
                Map.of("agent", List.of("a".repeat(5_000), "b".repeat(5_000))));
        cache.get(key("b"), this::work);
        cache.get(longest, this::work);
        assertThat(worked).hasValue(2);
        cache.get(longest, this::work);
        assertThat(worked).as("alone it is more than may be kept").hasValue(3);
        cache.get(key("b"), this::work);
        assertThat(worked).as("what was kept before made room for it").hasValue(4);
        cache.get(key("b"), this::work);
        assertThat(worked).as("the bytes are free again").hasValue(4);
    }

    private byte[] work() {
        worked.incrementAndGet();
        return ANSWER;
    }

    private static AnswerCache.Key key(String name) {
        return new AnswerCache.Key(publication(1), "main", Map.of(), "/api/" + name, Map.of());
    }

    private static Publication publication(long id) {
        return new Publication(
                id, Instant.EPOCH, Instant.EPOCH, "1", ZoneOffset.UTC, "silence", Map.of(), 0, 0, 0, "{}", null, null);
    }
}
