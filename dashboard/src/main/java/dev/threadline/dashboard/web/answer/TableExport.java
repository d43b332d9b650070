package dev.threadline.dashboard.web.answer;

import dev.threadline.dashboard.api.ApiParameter;
import dev.threadline.dashboard.api.Operation;
import dev.threadline.dashboard.error.DashboardErrors;
import dev.threadline.dashboard.query.BoundSql;
import dev.threadline.dashboard.query.Filter;
import dev.threadline.dashboard.query.SqlTemplate;
import dev.threadline.dashboard.warehouse.Publication;
import dev.threadline.dashboard.web.export.Downloads;
import dev.threadline.dashboard.web.export.ExportFormat;
import dev.threadline.dashboard.web.export.RowStream;
import dev.threadline.dashboard.web.parameter.Parameters;
import dev.threadline.dashboard.web.parameter.StandardParameters;
import dev.threadline.dashboard.web.question.Freshness;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Answers with all rows of a table that fit the question, as a stream: memory does not grow with them. */
public final class TableExport implements ApiAnswer {

    private final Questions questions;
    private final Downloads downloads;
    private final String table;
    private final SqlTemplate query;

    public TableExport(Questions questions, Downloads downloads, String table) {
        this.questions = questions;
        this.downloads = downloads;
        this.table = table;
        this.query = SqlTemplate.of("export-" + table);
    }

    /** What conversations are taken by. */
    private enum By {
        STARTED,
        FIRST_RESPONSE,
        RESOLVED;

        String column() {
            return Parameters.word(this) + "_at";
        }
    }

    @Override
    public Operation operation() {
        List<ApiParameter> parameters = new ArrayList<>(StandardParameters.of(query));
        if (query.asksForWord("by")) {
            parameters.add(ApiParameter.choice("by", By.STARTED, "The instant that must lie in the period"));
        }
        parameters.add(ApiParameter.choice("format", ExportFormat.CSV, "CSV, JSON lines or Parquet"));
        return new Operation("exports/" + table, query.about(), parameters, List.of(), ExportFormat.contentTypes());
    }

    @Override
    public void answer(Context context) throws Exception {
        Parameters parameters = new Parameters(context.queryParamMap());
        ExportFormat format = parameters.choice("format", ExportFormat.CSV);
        Map<String, String> words =
                Map.of("by", parameters.choice("by", By.STARTED).column());
        questions.ask(context, parameters, question -> {
            for (Filter ignored : question.filters().beyond(query.filters())) {
                parameters.problem("%s: does not apply to %s; remove it".formatted(ignored.parameter(), table));
            }
            parameters.check();
            // A stream that has begun could not say so any more.
            Publication publication = question.reader().publication();
            if (!publication.tableVersions().containsKey(table)) {
                throw DashboardErrors.gone(table, publication.publicationId());
            }
            if (Freshness.unchanged(context, question)) {
                return;
            }
            BoundSql rows = question.bind(query, words, Map.of())
                    .only(question.columns(query.unasked(question.filters(), words))
                            .keySet());
            context.contentType(format.contentType());
            downloads.send(
                    context,
                    question,
                    table,
                    Parameters.word(format),
                    sent -> RowStream.send(rows, format, question.reader(), context, sent));
        });
    }
}
