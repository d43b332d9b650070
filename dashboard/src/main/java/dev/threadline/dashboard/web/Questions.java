package dev.threadline.dashboard.web;

import dev.threadline.dashboard.query.Clock;
import dev.threadline.dashboard.query.Filters;
import dev.threadline.dashboard.query.Period;
import dev.threadline.dashboard.query.SqlTemplate;
import dev.threadline.dashboard.result.Rows;
import dev.threadline.dashboard.warehouse.LiveWarehouse;
import dev.threadline.dashboard.warehouse.Publication;
import dev.threadline.dashboard.warehouse.PublicationReader;
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
     * Reads the filters and hands the question on; its reader is closed afterwards.
     *
     * @throws BadParameters if a filter cannot be understood
     */
    void ask(Parameters parameters, Handler handler) throws Exception {
        try (PublicationReader reader = warehouse.read()) {
            Coverage coverage = coverage(reader);
            Filters filters = FilterParameters.read(parameters, reader.publication(), coverage.first());
            handler.handle(new Question(reader, coverage, filters));
        }
    }

    private Coverage coverage(PublicationReader reader) throws SQLException {
        Known last = known;
        if (last != null && last.publication.equals(reader.publication())) {
            return last.coverage;
        }
        Coverage coverage = readCoverage(reader);
        known = new Known(reader.publication(), coverage);
        return coverage;
    }

    private static Coverage readCoverage(PublicationReader reader) throws SQLException {
        LocalDate today = reader.publication().asOfDate();
        Coverage nothing = new Coverage(today, List.of(), List.of());
        Filters all =
                new Filters(Period.endingWith(today, 1, reader.publication().reportZone()), Clock.WALL, Map.of());
        Rows rows = new Question(reader, nothing, all).ask(COVERAGE);
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
