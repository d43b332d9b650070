package dev.threadline.dashboard.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something to tell, until it arrived.
 *
 * @param id the same however often it is tried
 * @param body as posted
 * @param attempts that failed
 * @param firstAt when it was to be told, ISO-8601
 * @param nextAt not to be tried before, ISO-8601
 */
record Notice(String id, Map<String, Object> body, int attempts, String firstAt, String nextAt) {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    static final Duration WORTH_TELLING = Duration.ofDays(2);

    Notice {
        body = new LinkedHashMap<>(body);
    }

    static Notice of(String id, Map<String, Object> body, Instant now) {
        return new Notice(id, body, 0, now.toString(), now.toString());
    }

    boolean isDueAt(Instant now) {
        return !now.isBefore(Instant.parse(nextAt));
    }

    /** After so long nobody wants to hear it. */
    boolean isStaleAt(Instant now) {
        return now.isAfter(Instant.parse(firstAt).plus(WORTH_TELLING));
    }

    /** To be tried again, each time after twice the pause. */
    Notice failedAt(Instant now) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts, 12));
        Instant next = now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
        return new Notice(id, body, attempts + 1, firstAt, next.toString());
    }
}
