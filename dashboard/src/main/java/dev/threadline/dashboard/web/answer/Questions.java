package dev.threadline.dashboard.web.answer;

import dev.threadline.dashboard.access.Role;
import dev.threadline.dashboard.access.Visitor;
import dev.threadline.dashboard.access.Visitors;
import dev.threadline.dashboard.cube.Cubes;
import dev.threadline.dashboard.query.Clock;
import dev.threadline.dashboard.query.Comparison;
import dev.threadline.dashboard.query.Filter;
import dev.threadline.dashboard.query.Filters;
import dev.threadline.dashboard.query.Period;
import dev.threadline.dashboard.query.SqlTemplate;
import dev.threadline.dashboard.result.Rows;
import dev.threadline.dashboard.warehouse.LiveWarehouse;
import dev.threadline.dashboard.warehouse.Publication;
import dev.threadline.dashboard.warehouse.PublicationReader;
import dev.threadline.dashboard.warehouse.Sight;
import dev.threadline.dashboard.web.parameter.BadParameters;
import dev.threadline.dashboard.web.parameter.FilterParameters;
import dev.threadline.dashboard.web.parameter.Parameters;
import dev.threadline.dashboard.web.parameter.PublicationParameter;
import dev.threadline.dashboard.web.question.AnswerCache;
import dev.threadline.dashboard.web.question.Coverage;
import dev.threadline.dashboard.web.question.Question;
import dev.threadline.dashboard.web.question.Targets;
import dev.threadline.dashboard.web.question.Turns;
import io.javalin.http.ContentType;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns requests into questions: opens the publication, reads the filters against what it covers. */
public final class Questions {

    /** Answers a question while its publication is open. */
    public interface Handler {
        void handle(Question question) throws Exception;
    }

    /** Works out what a question is answered with. */
    public interface Answering {
        Answer answer() throws Exception;
    }

    private static final int MOST_KNOWN = 8;

    /** A page's answers take some tens of kilobytes. */
    private static final long MOST_CACHED_BYTES = 32_000_000;

    /** The first answers of a server come before its preparations. */
    private static final Executor SOON = CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);

    private static final Logger LOG = LoggerFactory.getLogger(Questions.class);

    private static final SqlTemplate COVERAGE = SqlTemplate.of("coverage");
    private static final SqlTemplate AGENTS = SqlTemplate.of("coverage-agents");

    private final LiveWarehouse warehouse;

    /** The publications asked about last. */
    private final Map<Publication, Coverage> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Publication, Coverage> eldest) {
            return size() > MOST_KNOWN;
        }
    };

    private final AnswerCache answers = new AnswerCache(MOST_CACHED_BYTES);
    private final Targets targets;
    private final Cubes cubes;

    public Questions(LiveWarehouse warehouse, Targets targets) {
        this.warehouse = warehouse;
        this.targets = targets;
        this.cubes = Cubes.of(warehouse);
        warehouse.whenShown(() -> SOON.execute(this::warmUp));
    }

    /**
     * Reads the filters and hands the question on; its reader sees what the visitor may, and is closed afterwards.
     *
     * @throws BadParameters if a filter cannot be understood
     * @throws ForbiddenResponse if the visitor may not filter so
     */
    public void ask(Context context, Parameters parameters, Handler handler) throws Exception {
        Visitor visitor = Visitors.of(context);
        try (PublicationReader reader = PublicationParameter.read(parameters, warehouse, visitor.sight())) {
            Coverage coverage = coverage(reader);
            Filters filters = FilterParameters.read(parameters, reader.publication(), coverage.first());
            refuseOthers(visitor, filters);
            Comparison comparison = parameters.choice("compare", Comparison.PREVIOUS);
            handler.handle(new Question(visitor, reader, coverage, filters, comparison, targets, Optional.of(cubes)));
        }
    }

    /** Answers with what depends on nothing but publication, visitor and parameters: as the last time, if there was one. */
    public void answer(Context context, Question question, Answering answering) throws Exception {
        byte[] json = answers.get(
                AnswerCache.Key.of(context, question),
                () -> context.jsonMapper()
                        .toJsonString(Turns.ALL.together(answering::answer).members(), Map.class)
                        .getBytes(StandardCharsets.UTF_8));
        context.contentType(ContentType.APPLICATION_JSON).result(json);
    }

    /** Makes what a publication will be asked for, before it is. */
    private void warmUp() {
        try (PublicationReader reader = warehouse.read()) {
            coverage(reader);
            cubes.catchUpInBackground();
        } catch (SQLException | RuntimeException broken) {
            if (!warehouse.isClosed()) {
                LOG.warn("the publication is not prepared for questions", broken);
            }
        }
    }

    /** Whether the server goes on showing one publication. */
    public boolean isPinned() {
        return warehouse.isPinned();
    }

    private static void refuseOthers(Visitor visitor, Filters filters) {
        if (!visitor.mayAskFor(filters.values(Filter.AGENT))) {
            throw new ForbiddenResponse(
                    visitor.role() == Role.VIEWER
                            ? "The role viewer sees no single agents. Remove the filter agent."
                            : "The role agent sees only its own numbers. Remove the filter agent.");
        }
    }

    /** What can be chosen is the same for all, so it is read once, with nothing out of sight. */
    private synchronized Coverage coverage(PublicationReader asking) throws SQLException {
        Publication publication = asking.publication();
        Coverage coverage = known.get(publication);
        if (coverage == null) {
            coverage = asking.sight().equals(Sight.EVERYTHING) ? readCoverage(asking) : coverageOf(publication);
            known.put(publication, coverage);
        }
        return coverage;
    }

    private Coverage coverageOf(Publication publication) throws SQLException {
        try (PublicationReader reader = warehouse.read(Sight.EVERYTHING, publication.publicationId())) {
            return readCoverage(reader);
        }
    }

    private Coverage readCoverage(PublicationReader reader) throws SQLException {
        LocalDate today = reader.publication().asOfDate();
        Filters all =
                new Filters(Period.endingWith(today, 1, reader.publication().reportZone()), Clock.WALL, Map.of());
        Coverage nothing = new Coverage(today, List.of(), List.of());
        Question question =
                new Question(Visitor.LOCAL, reader, nothing, all, Comparison.NONE, targets, Optional.empty());
        Rows rows = question.ask(COVERAGE);
        List<Coverage.Queue> queues = new ArrayList<>();
        LocalDate first = today;
        for (Map<String, @Nullable Object> row : rows.rows()) {
            queues.add(new Coverage.Queue(String.valueOf(row.get("channel")), String.valueOf(row.get("team"))));
            LocalDate date = LocalDate.parse(String.valueOf(row.get("first_date")));
            first = date.isBefore(first) ? date : first;
        }
        List<String> agents = question.ask(AGENTS).rows().stream()
                .map(row -> String.valueOf(row.get("agent_id")))
                .sorted()
                .toList();
        return new Coverage(first, queues, agents);
    }
}
