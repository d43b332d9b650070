package dev.threadline.dashboard.web;

import dev.threadline.dashboard.query.SqlTemplate;
import dev.threadline.dashboard.result.Rows;
import io.javalin.http.Context;

/** Answers for the tiles of the overview: the period's numbers beside those of as many days before. */
final class Tiles {

    private static final SqlTemplate QUERY = SqlTemplate.of("tiles");

    private final Questions questions;

    Tiles(Questions questions) {
        this.questions = questions;
    }

    void answer(Context context) throws Exception {
        Parameters parameters = new Parameters(context.queryParamMap());
        questions.ask(context, parameters, question -> {
            parameters.check();
            if (Freshness.unchanged(context, question)) {
                return;
            }
            Rows now = question.ask(QUERY);
            Question before = question.previous();
            context.json(Answer.to("tiles", question, QUERY.filters())
                    .with("n", started(now))
                    .with("rows", now.rows())
                    .with("previous_from", before.filters().period().from().toString())
                    .with("previous_rows", before.ask(QUERY).rows())
                    .members());
        });
    }

    private static Object started(Rows tiles) {
        return tiles.rows().stream()
                .filter(row -> "started".equals(row.get("metric")))
                .map(row -> row.get("n"))
                .findFirst()
                .orElse(0);
    }
}
