package dev.threadline.dashboard.web;

import dev.threadline.dashboard.query.SqlTemplate;
import dev.threadline.dashboard.result.Rows;
import io.javalin.http.Context;
import java.util.Map;

/** Answers with the rows of one query file: a chart, its query and its JSON share one name. */
final class ChartAnswer {

    private final Questions questions;
    private final String name;
    private final SqlTemplate query;

    ChartAnswer(Questions questions, String name) {
        this.questions = questions;
        this.name = name;
        this.query = SqlTemplate.of(name);
    }

    /** The rows of the query, as JSON or CSV. */
    void answer(Context context) throws Exception {
        Parameters parameters = new Parameters(context.queryParamMap());
        DataFormat format = parameters.choice("format", DataFormat.JSON);
        questions.ask(parameters, question -> {
            parameters.check();
            if (Freshness.unchanged(context, question.reader().publication())) {
                return;
            }
            if (format == DataFormat.CSV) {
                CsvExport.send(context, name, question, question.bind(query, Map.of(), Map.of()));
                return;
            }
            Rows rows = question.ask(query);
            Answer answer = Answer.to(name, question, query.filters()).with("n", rows.observations());
            context.json(answer.with("rows", rows.rows()).members());
        });
    }
}
