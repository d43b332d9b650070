package dev.threadline.dashboard.web.answer;

import dev.threadline.dashboard.api.ApiParameter;
import dev.threadline.dashboard.api.Member;
import dev.threadline.dashboard.api.Operation;
import dev.threadline.dashboard.query.SqlTemplate;
import dev.threadline.dashboard.result.Rows;
import dev.threadline.dashboard.web.export.CsvExport;
import dev.threadline.dashboard.web.parameter.ChartParameters;
import dev.threadline.dashboard.web.parameter.DataFormat;
import dev.threadline.dashboard.web.parameter.Parameters;
import dev.threadline.dashboard.web.parameter.StandardParameters;
import dev.threadline.dashboard.web.question.Freshness;
import dev.threadline.dashboard.web.question.Question;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers with the rows of one query file: a chart, its query and its JSON share one name. */
public final class ChartAnswer implements ApiAnswer {

    private final Questions questions;
    private final CsvExport csv;
    private final String name;
    private final SqlTemplate query;
    private final Optional<String> table;

    private ChartAnswer(Questions questions, CsvExport csv, String name, Optional<String> table) {
        this.questions = questions;
        this.csv = csv;
        this.name = name;
        this.query = SqlTemplate.of(name);
        this.table = table;
    }

    /** Answers about what is published. */
    public static ChartAnswer of(Questions questions, CsvExport csv, String name) {
        return new ChartAnswer(questions, csv, name, Optional.empty());
    }

    /**
     * Answers from one table: with no rows where the table is missing, and anew each time where the publication does not
     * pin it, as runs fail unpublished.
     */
    public static ChartAnswer ofTable(Questions questions, CsvExport csv, String name, String table) {
        return new ChartAnswer(questions, csv, name, Optional.of(table));
    }

    @Override
    public Operation operation() {
        List<ApiParameter> parameters = new ArrayList<>(StandardParameters.of(query));
        parameters.add(StandardParameters.format(DataFormat.JSON));
        List<Member> members =
                List.of(Member.n("How many observations the rows stand for"), Member.rows("rows", query, Map.of()));
        return new Operation(name, query.about(), parameters, members, List.of(Operation.JSON, Operation.CSV));
    }

    /** The rows of the query, as JSON or CSV. */
    @Override
    public void answer(Context context) throws Exception {
        Parameters parameters = new Parameters(context.queryParamMap());
        DataFormat format = parameters.choice("format", DataFormat.JSON);
        ChartParameters own = ChartParameters.read(parameters);
        questions.ask(context, parameters, question -> {
            parameters.check();
            boolean lasting = table.map(question.reader().publication().tableVersions()::containsKey)
                    .orElse(true);
            if (lasting && Freshness.unchanged(context, question)) {
                return;
            }
            Map<String, @Nullable Object> values = own.values(question);
            boolean there = table.isEmpty() || question.has(table.get());
            if (format == DataFormat.JSON && lasting) {
                questions.answer(context, question, () -> rows(question, there, values));
            } else if (format == DataFormat.JSON) {
                context.json(rows(question, there, values).members());
            } else if (there) {
                csv.send(context, question, query, question.bind(query, Map.of(), values));
            } else {
                throw new NotFoundResponse("This publication has no table %s.".formatted(table.get()));
            }
        });
    }

    private Answer rows(Question question, boolean there, Map<String, @Nullable Object> values) throws SQLException {
        Rows rows = there ? question.ask(query, Map.of(), values) : new Rows(List.of(), List.of());
        return Answer.to(name, question, query).with("n", rows.observations()).with("rows", rows.rows());
    }
}
