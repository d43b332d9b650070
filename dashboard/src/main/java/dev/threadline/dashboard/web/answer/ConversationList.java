package dev.threadline.dashboard.web.answer;

import dev.threadline.dashboard.api.ApiParameter;
import dev.threadline.dashboard.api.Member;
import dev.threadline.dashboard.api.Operation;
import dev.threadline.dashboard.query.BoundSql;
import dev.threadline.dashboard.query.Clock;
import dev.threadline.dashboard.query.SqlTemplate;
import dev.threadline.dashboard.result.Rows;
import dev.threadline.dashboard.web.export.CsvExport;
import dev.threadline.dashboard.web.parameter.DataFormat;
import dev.threadline.dashboard.web.parameter.ListParameters;
import dev.threadline.dashboard.web.parameter.Parameters;
import dev.threadline.dashboard.web.parameter.StandardParameters;
import dev.threadline.dashboard.web.question.Freshness;
import dev.threadline.dashboard.web.question.Question;
import io.javalin.http.Context;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers with the conversations behind a number, page by page; as CSV with all of them. */
public final class ConversationList implements ApiAnswer {

    private static final SqlTemplate QUERY = SqlTemplate.of("conversations");
    private static final SqlTemplate COUNT = SqlTemplate.of("conversations-count");

    private final Questions questions;
    private final CsvExport csv;

    public ConversationList(Questions questions, CsvExport csv) {
        this.questions = questions;
        this.csv = csv;
    }

    @Override
    public Operation operation() {
        List<ApiParameter> parameters = new ArrayList<>(ListParameters.described(QUERY));
        parameters.add(StandardParameters.format(DataFormat.JSON));
        Map<String, Object> string = Map.of("type", "string");
        Map<String, String> words =
                ListParameters.read(new Parameters(Map.of())).words(Clock.WALL);
        return new Operation(
                "conversations",
                "One row per conversation behind a number, page by page; as CSV all of them",
                parameters,
                List.of(
                        Member.n("Conversations on all pages"),
                        Member.value("by", "As asked", string),
                        Member.value("sort", "As asked", string),
                        Member.value("order", "As asked", string),
                        Member.rows("rows", QUERY, words),
                        Member.value(
                                "next",
                                "What to send as after for the next page; null on the last",
                                Map.of("type", List.of("string", "null")))),
                List.of(Operation.JSON, Operation.CSV));
    }

    @Override
    public void answer(Context context) throws Exception {
        Parameters parameters = new Parameters(context.queryParamMap());
        DataFormat format = parameters.choice("format", DataFormat.JSON);
        ListParameters list = ListParameters.read(parameters);
        questions.ask(context, parameters, question -> {
            parameters.check();
            if (Freshness.unchanged(context, question)) {
                return;
            }
            if (format == DataFormat.CSV) {
                csv.send(context, question, QUERY, everything(question, list));
            } else {
                questions.answer(context, question, () -> page(question, list));
            }
        });
    }

    /** All of them, without what only leads from page to page. */
    private static BoundSql everything(Question question, ListParameters list) throws SQLException {
        Map<String, String> words = list.words(question.filters().clock());
        BoundSql everything = question.bind(QUERY, words, list.everything(question));
        Set<String> columns = new LinkedHashSet<>(question.columns(everything).keySet());
        columns.remove("sort_key");
        return everything.only(columns);
    }

    private static Answer page(Question question, ListParameters list) throws Exception {
        Map<String, String> words = list.words(question.filters().clock());
        Rows found = question.ask(QUERY, words, list.values(question));
        Rows count = question.ask(COUNT, words, list.values(question));
        return Answer.to("conversations", question, QUERY)
                .with("n", count.observations())
                .with("by", Parameters.word(list.narrowing().by()))
                .with("sort", Parameters.word(list.sort()))
                .with("order", Parameters.word(list.order()))
                .with(
                        "rows",
                        found.rows().stream()
                                .limit(list.limit())
                                .map(ConversationList::withoutKey)
                                .toList())
                .with(
                        "next",
                        found.rows().size() > list.limit()
                                ? list.cursorAfter(
                                        question.reader().publication().publicationId(),
                                        found.rows().get(list.limit() - 1))
                                : null);
    }

    private static Map<String, @Nullable Object> withoutKey(Map<String, @Nullable Object> row) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>(row);
        shown.remove("sort_key");
        return shown;
    }
}
