package dev.threadline.dashboard.web.page;

import dev.threadline.dashboard.access.Rules;
import dev.threadline.dashboard.api.ApiParameter;
import dev.threadline.dashboard.api.Member;
import dev.threadline.dashboard.api.Operation;
import dev.threadline.dashboard.query.Filters;
import dev.threadline.dashboard.query.SqlTemplate;
import dev.threadline.dashboard.web.answer.Answer;
import dev.threadline.dashboard.web.answer.ApiAnswer;
import dev.threadline.dashboard.web.answer.Questions;
import dev.threadline.dashboard.web.parameter.ChartParameters;
import dev.threadline.dashboard.web.parameter.Parameters;
import dev.threadline.dashboard.web.parameter.StandardParameters;
import dev.threadline.dashboard.web.question.Freshness;
import dev.threadline.dashboard.web.question.Question;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers for the tiles of a page: the period's numbers beside those of the period that it is compared with. */
public final class Tiles implements ApiAnswer {

    /** What a tile can say; what one does not say is NULL. */
    private static final List<String> COLUMNS =
            List.of("n", "count", "share", "median_ms", "p90_ms", "mean_ms", "sum_ms", "longest_ms", "mean", "peak");

    private static final ApiParameter PAGE =
            ApiParameter.choice("page", TileRow.OVERVIEW, "The page whose tiles are asked for");
    private static final Map<String, Object> TILES =
            Map.of("type", "array", "items", Map.of("type", "object", "properties", columns()));

    private final Questions questions;
    private final Map<TileRow, List<SqlTemplate>> queries = new EnumMap<>(TileRow.class);

    public Tiles(Questions questions) {
        this.questions = questions;
        for (TileRow row : TileRow.values()) {
            queries.put(
                    row,
                    row.files().stream()
                            .map(file -> SqlTemplate.of("tiles/" + file))
                            .toList());
        }
    }

    @Override
    public Operation operation() {
        return new Operation(
                "tiles",
                "The numbers at the head of a page, beside those of the period that it is compared with",
                StandardParameters.ofAll(
                        queries.values().stream().flatMap(List::stream).toList(), PAGE),
                List.of(
                        Member.n("What the first tile counts or observes"),
                        Member.value("rows", "A tile each; what one does not say is null", TILES),
                        Member.value("previous_rows", "The same of the earlier period; empty without one", TILES)),
                List.of(Operation.JSON));
    }

    @Override
    public void answer(Context context) throws Exception {
        Parameters parameters = new Parameters(context.queryParamMap());
        TileRow page = parameters.choice("page", TileRow.OVERVIEW);
        List<SqlTemplate> row = queries.getOrDefault(page, List.of());
        ChartParameters own = ChartParameters.read(parameters);
        questions.ask(context, parameters, question -> {
            parameters.check();
            if (!Rules.of(page.path()).admits(question.visitor().role())) {
                throw new ForbiddenResponse("These tiles belong to a page that your role does not see.");
            }
            if (Freshness.unchanged(context, question)) {
                return;
            }
            questions.answer(context, question, () -> tiles(question, row, own));
        });
    }

    private static Answer tiles(Question question, List<SqlTemplate> row, ChartParameters own) throws SQLException {
        List<Map<String, @Nullable Object>> now = rows(question, row, own);
        Optional<Question> compared = question.compared();
        return Answer.to("tiles", question)
                .with("n", now.get(0).get("n"))
                .with("ignored_filters", ignoredByAll(row, question.filters()))
                .with("rows", now)
                .with(
                        "previous_rows",
                        compared.isEmpty() ? List.of() : rows(compared.get(), row, own.before(question)));
    }

    /** What a tile has, as the document tells it. */
    private static Map<String, Object> columns() {
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("metric", Map.of("type", "string"));
        COLUMNS.forEach(column -> columns.put(column, Map.of("type", List.of("number", "null"))));
        columns.put("clock", Map.of("type", "string"));
        columns.put("ignored_filters", Map.of("type", "array", "items", Map.of("type", "string")));
        return columns;
    }

    /** The filters that no tile honours; what a single one lacks stands in its row. */
    private static List<String> ignoredByAll(List<SqlTemplate> row, Filters asked) {
        List<String> ignored = new ArrayList<>(Answer.ignored(row.get(0), asked));
        row.forEach(query -> ignored.retainAll(Answer.ignored(query, asked)));
        return ignored;
    }

    private static List<Map<String, @Nullable Object>> rows(
            Question question, List<SqlTemplate> row, ChartParameters own) throws SQLException {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (SqlTemplate query : row) {
            for (Map<String, @Nullable Object> found :
                    question.ask(query, Map.of(), own.values(question)).rows()) {
                rows.add(tile(found, query, question.filters()));
            }
        }
        return rows;
    }

    private static Map<String, @Nullable Object> tile(
            Map<String, @Nullable Object> found, SqlTemplate query, Filters asked) {
        Map<String, @Nullable Object> tile = new LinkedHashMap<>();
        tile.put("metric", found.get("metric"));
        for (String column : COLUMNS) {
            tile.put(column, found.get(column));
        }
        tile.put("clock", Parameters.word(query.clock(asked)));
        tile.put("ignored_filters", Answer.ignored(query, asked));
        return tile;
    }
}
