package dev.threadline.jobs.evaluate;

import dev.threadline.jobs.gold.Folds;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The timers that others use, and the best of many. */
public final class FixedGaps {

    /** Always shown, from common products and from what suits slow channels. */
    public static final List<Duration> BASELINE = List.of(
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofHours(12),
            Duration.ofHours(24),
            Duration.ofHours(36),
            Duration.ofHours(48),
            Duration.ofHours(60),
            Duration.ofHours(72),
            Duration.ofDays(7));

    /** What a gap is tuned over, 5 min to 90 d. */
    private static final List<Duration> GRID = IntStream.of(
                    5, 10, 15, 30, 60, 120, 180, 240, 360, 480, 720, 1080, 1440, 1800, 2160, 2880, 3600, 4320, 5760,
                    7200, 10_080, 14_400, 20_160, 30_240, 43_200, 64_800, 86_400, 129_600)
            .mapToObj(Duration::ofMinutes)
            .toList();

    private FixedGaps() {}

    /** A baseline by its gap. */
    public static Contender contender(Duration gap) {
        TimerPolicy policy = new TimerPolicy(gap);
        return new Contender(name(gap), true, thread -> policy);
    }

    /** The gap with the best F1 on all folds but one, for every fold: tuned, yet not on what it is scored on. */
    public static Contender tunedOnOtherFolds(ScoredLog log, Folds folds) {
        Map<Duration, List<Tally>> tried = new LinkedHashMap<>();
        for (Duration gap : GRID) {
            TimerPolicy policy = new TimerPolicy(gap);
            tried.put(gap, log.tallies(thread -> policy));
        }
        List<TimerPolicy> best = IntStream.range(0, folds.count())
                .mapToObj(fold -> new TimerPolicy(best(tried, folds, fold)))
                .toList();
        return new Contender("best gap of the other folds", false, thread -> best.get(folds.of(thread)));
    }

    /** As it is written: {@code gap 30m}, {@code gap 48h}, {@code gap 7d}; what is no whole minute, as ISO-8601. */
    public static String name(Duration gap) {
        long hours = gap.toHours();
        if (!gap.truncatedTo(ChronoUnit.MINUTES).equals(gap)) {
            return "gap " + gap;
        }
        if (!gap.truncatedTo(ChronoUnit.HOURS).equals(gap)) {
            return "gap " + gap.toMinutes() + "m";
        }
        return hours > 72 && hours % 24 == 0 ? "gap " + hours / 24 + "d" : "gap " + hours + "h";
    }

    private static Duration best(Map<Duration, List<Tally>> tried, Folds folds, int leftOut) {
        Duration best = GRID.get(0);
        double bestF1 = -1;
        for (Map.Entry<Duration, List<Tally>> one : tried.entrySet()) {
            Tally sum = Tally.NOTHING;
            for (int i = 0; i < one.getValue().size(); i++) {
                sum = folds.of(i) == leftOut ? sum : sum.plus(one.getValue().get(i));
            }
            double f1 = Measure.F1.of(sum);
            if (f1 > bestF1) {
                best = one.getKey();
                bestF1 = f1;
            }
        }
        return best;
    }
}
