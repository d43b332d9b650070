package dev.threadline.jobs.cli.learn;

import dev.threadline.jobs.evaluate.Bootstrap;
import dev.threadline.jobs.evaluate.Estimate;
import dev.threadline.jobs.evaluate.Evaluation;
import dev.threadline.jobs.evaluate.Evaluation.PolicyRow;
import dev.threadline.jobs.evaluate.Measure;
import dev.threadline.jobs.evaluate.WorstThread;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** An evaluation as a table for people. */
final class EvaluationTable {

    private static final List<Measure> BEST_BY = List.of(Measure.F1, Measure.PK, Measure.WINDOW_DIFF);

    private EvaluationTable() {}

    static String of(Evaluation evaluation) {
        StringBuilder text = new StringBuilder();
        text.append(format(
                "%,d threads · %,d activities · %,d boundaries · k = %d · 95 %% intervals from %,d draws of threads%n%n",
                evaluation.threads(),
                evaluation.activities(),
                evaluation.boundaries(),
                evaluation.k(),
                Bootstrap.DRAWS));
        int width = evaluation.rows().stream()
                .mapToInt(row -> row.policy().length())
                .max()
                .orElse(0);
        text.append(format(
                "%-" + width + "s %7s  %-19s  %-19s  %-19s  %-19s  %-19s  %-19s  %-19s%n",
                "policy",
                "cuts",
                "precision",
                "recall",
                "F1",
                "Pk",
                "WindowDiff",
                "one-to-one",
                "exact F1"));
        for (PolicyRow row : evaluation.rows()) {
            String measures = row.estimates().values().stream()
                    .map(EvaluationTable::cell)
                    .collect(Collectors.joining("  "))
                    .stripTrailing();
            text.append(format(
                    "%-" + width + "s %,7d  %s%n", row.policy(), row.total().cuts(), measures));
        }
        text.append(format("%nPk and WindowDiff: lower is better.%n"));
        BEST_BY.forEach(measure -> text.append(bestGap(evaluation, measure)));
        if (!evaluation.worst().isEmpty()) {
            text.append(format("%nThreads with the most mistakes%n"));
            evaluation.worst().forEach(worst -> text.append(line(worst)));
        }
        return text.toString();
    }

    private static String bestGap(Evaluation evaluation, Measure measure) {
        Comparator<PolicyRow> byValue = Comparator.comparingDouble(row -> value(row, measure));
        boolean lowerIsBetter = measure == Measure.PK || measure == Measure.WINDOW_DIFF;
        return evaluation.rows().stream()
                .filter(row -> row.baseline() && !Double.isNaN(value(row, measure)))
                .min(lowerIsBetter ? byValue : byValue.reversed())
                .map(best ->
                        format("Best fixed gap by %s: %s, %.3f%n", measure.code(), best.policy(), value(best, measure)))
                .orElse("");
    }

    private static double value(PolicyRow row, Measure measure) {
        return Objects.requireNonNull(row.estimates().get(measure)).value();
    }

    private static String cell(Estimate estimate) {
        if (Double.isNaN(estimate.value())) {
            return format("%-19s", "-");
        }
        return format(
                "%-19s",
                format("%.3f [%.3f %.3f]", estimate.value(), estimate.low(), estimate.high())
                        .replace("[0.", "[.")
                        .replace(" 0.", " ."));
    }

    private static String line(WorstThread worst) {
        return format(
                "  %s: %s %s · %,d of %,d boundaries missed, %,d wrong cuts in %,d activities%n",
                worst.policy(),
                worst.source(),
                worst.threadId(),
                worst.tally().boundaries().missed(),
                worst.tally().trueBoundaries(),
                worst.tally().boundaries().wrong(),
                worst.tally().items());
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
