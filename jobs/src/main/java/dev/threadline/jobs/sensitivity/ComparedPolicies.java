package dev.threadline.jobs.sensitivity;

import dev.threadline.jobs.boundary.LearnedPolicy;
import dev.threadline.jobs.boundary.SilencePolicy;
import dev.threadline.jobs.boundary.model.BoundaryModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The policies that are compared: silence on all channels alike, and the model with its threshold moved by half a logit to
 * either side.
 */
final class ComparedPolicies {

    /** A silence that ends conversations on every channel. */
    record Timed(PolicyVariant variant, SilencePolicy policy, long timerMs) {}

    /** A model whose threshold is moved by {@code shift} ten-thousandths of a logit. */
    record Moved(PolicyVariant variant, LearnedPolicy policy, int shift) {}

    private static final List<Integer> TIMER_HOURS = List.of(1, 4, 12, 24, 48, 72, 168);
    private static final List<Integer> SHIFTS = List.of(-5000, 0, 5000);

    private ComparedPolicies() {}

    static List<PolicyVariant> variants() {
        List<PolicyVariant> variants = new ArrayList<>();
        TIMER_HOURS.forEach(hours ->
                variants.add(new PolicyVariant(variants.size() + 1, "silence", hours == 168 ? "7d" : hours + "h")));
        List.of("-0.5", "0", "+0.5")
                .forEach(shift -> variants.add(new PolicyVariant(variants.size() + 1, "learned", shift)));
        return variants;
    }

    static List<Timed> timed(Duration giveUp) {
        List<Timed> timed = new ArrayList<>();
        for (int i = 0; i < TIMER_HOURS.size(); i++) {
            Duration timer = Duration.ofHours(TIMER_HOURS.get(i));
            timed.add(new Timed(variants().get(i), new SilencePolicy(channel -> timer, giveUp), timer.toMillis()));
        }
        return timed;
    }

    static List<Moved> moved(BoundaryModel model, Duration giveUp, @Nullable Duration maxGap) {
        List<Moved> moved = new ArrayList<>();
        for (int i = 0; i < SHIFTS.size(); i++) {
            int shift = SHIFTS.get(i);
            moved.add(new Moved(
                    variants().get(TIMER_HOURS.size() + i),
                    new LearnedPolicy(model.withThresholdsMoved(shift), giveUp, maxGap),
                    shift));
        }
        return moved;
    }
}
