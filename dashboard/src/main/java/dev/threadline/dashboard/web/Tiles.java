package dev.threadline.dashboard.web;

import dev.threadline.dashboard.api.Member;
import dev.threadline.dashboard.api.Operation;
import dev.threadline.dashboard.query.SqlTemplate;
import dev.threadline.dashboard.result.Rows;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;

/** Answers for the tiles of the overview: the period's numbers beside those of as many days before. */
final class Tiles implements ApiAnswer {

    private static final SqlTemplate QUERY = SqlTemplate.of("tiles");

    private final Questions questions;

    Tiles(Questions questions) {
        this.questions = questions;
    }

    @Override
    public Operation operation() {
        return new Operation(
                "tiles",
                QUERY.about(),
                StandardParameters.of(QUERY),
                List.of(
                        Member.n("Conversations that started in the period"),
                        Member.rows("rows", QUERY, Map.of()),
                        Member.value(
                                "previous_from",
                                "First date of the days before",
                                Map.of("type", "string", "format", "date")),
                        Member.rows("previous_rows", QUERY, Map.of())),
                List.of(Operation.JSON));
    }

    @Override
    public void answer(Context context) throws Exception {
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
