package dev.threadline.jobs.cli.learn;

import dev.threadline.jobs.evaluate.Evaluation;

/** How the result of an evaluation is written. */
enum ReportFormat {
    /** For people. */
    TABLE,
    /** One line per policy and measure. */
    CSV,
    JSON;

    String text(Evaluation evaluation) {
        return switch (this) {
            case TABLE -> EvaluationTable.of(evaluation);
            case CSV -> EvaluationCsv.of(evaluation);
            case JSON -> EvaluationJson.of(evaluation);
        };
    }
}
