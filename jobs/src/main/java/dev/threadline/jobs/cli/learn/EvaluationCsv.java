package dev.threadline.jobs.cli.learn;

import dev.threadline.jobs.evaluate.Estimate;
import dev.threadline.jobs.evaluate.Evaluation;
import dev.threadline.jobs.evaluate.Evaluation.PolicyRow;
import java.util.Locale;

/** An evaluation as CSV: one line per policy and measure, empty where a measure is not defined. */
final class EvaluationCsv {

    private EvaluationCsv() {}

    static String of(Evaluation evaluation) {
        StringBuilder text = new StringBuilder("policy,baseline,cuts,boundaries,measure,value,low,high\n");
        for (PolicyRow row : evaluation.rows()) {
            row.estimates()
                    .forEach((measure, estimate) -> text.append(quoted(row.policy()))
                            .append(',')
                            .append(row.baseline())
                            .append(',')
                            .append(row.total().cuts())
                            .append(',')
                            .append(row.total().trueBoundaries())
                            .append(',')
                            .append(measure.code())
                            .append(values(estimate))
                            .append('\n'));
        }
        return text.toString();
    }

    private static String values(Estimate estimate) {
        return "," + number(estimate.value()) + "," + number(estimate.low()) + "," + number(estimate.high());
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.6f", value);
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
