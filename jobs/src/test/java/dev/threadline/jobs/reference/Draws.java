package dev.threadline.jobs.reference;

import java.time.Duration;
import java.util.List;
import java.util.Random;

/** What a random log is drawn from: choices, chances, and gaps around every threshold of the definitions. */
record Draws(Random random) {

    private static final List<Duration> SHORT_GAPS = List.of(
            Duration.ZERO,
            Duration.ZERO,
            Duration.ofSeconds(1),
            Duration.ofSeconds(40),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofMinutes(15));
    private static final List<Duration> LONG_GAPS = List.of(
            Duration.ofMinutes(30),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(12),
            Duration.ofHours(24),
            Duration.ofHours(24),
            Duration.ofHours(48),
            Duration.ofHours(72),
            Duration.ofHours(72),
            Duration.ofDays(14));

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    int below(int endExclusive) {
        return random.nextInt(endExclusive);
    }

    /** Mostly short; often exactly a threshold, or a millisecond beside it. */
    Duration gap() {
        return near(random.nextInt(10) < 7 ? pick(SHORT_GAPS) : pick(LONG_GAPS));
    }

    /** At most some minutes. */
    Duration shortGap() {
        return near(pick(SHORT_GAPS));
    }

    private Duration near(Duration threshold) {
        return switch (random.nextInt(6)) {
            case 0 -> threshold.isZero() ? threshold : threshold.minusMillis(1);
            case 1 -> threshold.plusMillis(1);
            case 2 -> Duration.ofMillis(threshold.toMillis() * random.nextInt(100) / 100);
            default -> threshold;
        };
    }
}
