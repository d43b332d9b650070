package dev.threadline.jobs.sensitivity;

import dev.threadline.ingestion.warehouse.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table {@code policy_sensitivity}. */
public final class PolicySensitivityTable {

    private static final int MEDIAN = 500;
    private static final int P90 = 900;

    /** A row: a policy and what conversations come to under it. */
    public record Line(PolicyVariant variant, PolicyTotals totals, ThreadSample sample) {}

    public static final Table<Line> TABLE = Table.<Line>named(
                    "policy_sensitivity", "One row per policy that could have ended the conversations")
            .key("policy", "setting")
            .string("policy", "silence or learned", line -> line.variant().policy())
            .string(
                    "setting",
                    "For silence the timer, on all channels alike; for learned how far the model's threshold is moved, in"
                            + " logits: less than 0 makes more ends",
                    line -> line.variant().setting())
            .count(
                    "place",
                    "Place in the comparison, from 1",
                    line -> line.variant().place())
            .whole(
                    "one_in",
                    "One thread in this many was tried; the counts are of those",
                    line -> line.sample().oneIn())
            .whole("conversations", "Conversations", line -> line.totals().conversations())
            .whole(
                    "resolved",
                    "Those with an observed resolution",
                    line -> line.totals().resolutions().observations())
            .whole(
                    "median_resolution_ms",
                    "Median resolution, within 1 %, ms",
                    line -> line.totals().resolutions().quantile(MEDIAN))
            .whole(
                    "p90_resolution_ms",
                    "What nine in ten resolutions do not exceed, within 1 %, ms",
                    line -> line.totals().resolutions().quantile(P90))
            .whole(
                    "reopened",
                    "Those with a counted reopening",
                    line -> line.totals().reopened())
            .fraction("reopen_share", "reopened / conversations", PolicySensitivityTable::reopenShare)
            .build();

    private PolicySensitivityTable() {}

    /** A row for every compared policy, in order. */
    public static List<Line> rows(SensitivityTotals totals, ThreadSample sample) {
        return ComparedPolicies.variants().stream()
                .map(variant -> new Line(variant, totals.of(variant), sample))
                .toList();
    }

    private static @Nullable Double reopenShare(Line line) {
        long conversations = line.totals().conversations();
        return conversations == 0 ? null : Double.valueOf((double) line.totals().reopened() / conversations);
    }
}
