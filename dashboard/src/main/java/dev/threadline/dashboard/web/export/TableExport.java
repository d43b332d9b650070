package dev.threadline.dashboard.web.export;

import dev.threadline.dashboard.access.ExportLog;
import dev.threadline.dashboard.api.ApiParameter;
import dev.threadline.dashboard.api.Operation;
import dev.threadline.dashboard.error.DashboardErrors;
import dev.threadline.dashboard.query.BoundSql;
import dev.threadline.dashboard.query.Filter;
import dev.threadline.dashboard.query.SqlTemplate;
import dev.threadline.dashboard.warehouse.Publication;
import dev.threadline.dashboard.web.answer.ApiAnswer;
import dev.threadline.dashboard.web.answer.Questions;
import dev.threadline.dashboard.web.parameter.Parameters;
import dev.threadline.dashboard.web.parameter.StandardParameters;
import dev.threadline.dashboard.web.question.Freshness;
import dev.threadline.dashboard.web.question.Question;
import io.javalin.http.Context;
import io.javalin.http.ServiceUnavailableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers with all rows of a table that fit the question, as a stream: memory does not grow with them. */
public final class TableExport implements ApiAnswer {

    private static final Logger LOG = LoggerFactory.getLogger(TableExport.class);

    /** Each has a connection and a processor to itself while it lasts. */
    private static final int AT_ONCE = 4;

    private static final Semaphore PLACES = new Semaphore(AT_ONCE);

    private final Questions questions;
    private final ExportLog log;
    private final String table;
    private final SqlTemplate query;

    public TableExport(Questions questions, ExportLog log, String table) {
        this.questions = questions;
        this.log = log;
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
            if (!PLACES.tryAcquire()) {
                context.header("Retry-After", "10");
                throw new ServiceUnavailableResponse("%d exports are under way. Try again soon.".formatted(AT_ONCE));
            }
            try {
                send(context, question, format, words);
            } finally {
                PLACES.release();
            }
        });
    }

    private void send(Context context, Question question, ExportFormat format, Map<String, String> words)
            throws Exception {
        BoundSql rows = question.bind(query, words, Map.of())
                .only(question.columns(query.unasked(question.filters(), words)).keySet());
        context.contentType(format.contentType());
        context.header(
                "Content-Disposition",
                "attachment; filename=\"%s-%s-to-%s.%s\""
                        .formatted(
                                table,
                                question.filters().period().from(),
                                question.filters().period().until().minusDays(1),
                                Parameters.word(format)));
        AtomicLong sent = new AtomicLong();
        boolean complete = false;
        try {
            RowStream.send(rows, format, question.reader(), context, sent::set);
            complete = true;
        } catch (Exception broken) {
            LOG.warn("an export of {} ended after {} rows: {}", table, sent.get(), broken.toString());
            BrokenStream.abort(context, broken);
        } finally {
            log.add(question.visitor(), question.export(table, Parameters.word(format), sent.get(), complete));
        }
    }
}
