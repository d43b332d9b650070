package dev.threadline.dashboard.web;

import dev.threadline.dashboard.access.Role;
import dev.threadline.dashboard.access.Visitor;
import dev.threadline.dashboard.query.Clock;
import dev.threadline.dashboard.query.Filter;
import dev.threadline.dashboard.query.Filters;
import dev.threadline.dashboard.query.Period;
import dev.threadline.dashboard.query.SqlTemplate;
import dev.threadline.dashboard.result.Rows;
import dev.threadline.dashboard.warehouse.LiveWarehouse;
import dev.threadline.dashboard.warehouse.Publication;
import dev.threadline.dashboard.warehouse.PublicationReader;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns requests into questions: opens the publication, reads the filters against what it covers. */
final class Questions {

    /** Answers a question while its publication is open. */
    interface Handler {
        void handle(Question question) throws Exception;
    }

    private record Known(Publication publication, Coverage coverage) {}

    private static final SqlTemplate COVERAGE = SqlTemplate.of("coverage");

    private final LiveWarehouse warehouse;
    private volatile @Nullable Known known;

    Questions(LiveWarehouse warehouse) {
        this.warehouse = warehouse;
    }

    /**
     * Reads the filters and hands the question on; its reader sees what the visitor may, and is closed afterwards.
     *
     * @throws BadParameters if a filter cannot be understood
     * @throws ForbiddenResponse if the visitor may not filter so
     */
    void ask(Context context, Parameters parameters, Handler handler) throws Exception {
        Visitor visitor = Gate.visitor(context);
        Known published = known();
        try (PublicationReader reader = warehouse.read(visitor.sight())) {
            Coverage coverage = published.coverage;
            Filters filters = FilterParameters.read(parameters, reader.publication(), coverage.first());
            refuseOthers(visitor, filters);
            handler.handle(new Question(visitor, reader, coverage, filters));
        }
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
    private Known known() throws SQLException {
        try (PublicationReader reader = warehouse.read()) {
            Known last = known;
            if (last == null || !last.publication.equals(reader.publication())) {
                last = new Known(reader.publication(), readCoverage(reader));
                known = last;
            }
            return last;
        }
    }

    private static Coverage readCoverage(PublicationReader reader) throws SQLException {
        LocalDate today = reader.publication().asOfDate();
        Coverage nothing = new Coverage(today, List.of(), List.of());
        Filters all =
                new Filters(Period.endingWith(today, 1, reader.publication().reportZone()), Clock.WALL, Map.of());
        Rows rows = new Question(Visitor.LOCAL, reader, nothing, all).ask(COVERAGE);
        Set<String> channels = new LinkedHashSet<>();
        Set<String> teams = new LinkedHashSet<>();
        LocalDate first = today;
        for (Map<String, @Nullable Object> row : rows.rows()) {
            channels.add(String.valueOf(row.get("channel")));
            teams.add(String.valueOf(row.get("team")));
            LocalDate date = LocalDate.parse(String.valueOf(row.get("first_date")));
            first = date.isBefore(first) ? date : first;
        }
        return new Coverage(first, List.copyOf(channels), List.copyOf(teams));
    }
}
