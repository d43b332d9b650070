package dev.threadline.dashboard.metrics;

import dev.threadline.dashboard.error.UserError;
import dev.threadline.dashboard.query.SqlFile;
import dev.threadline.dashboard.result.Rows;
import dev.threadline.dashboard.warehouse.LiveWarehouse;
import dev.threadline.dashboard.warehouse.Publication;
import dev.threadline.dashboard.warehouse.PublicationReader;
import io.javalin.http.Context;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers with what a machine that watches wants to know: freshness, rows, rejects, the last run, requests. */
public final class Metrics {

    private static final List<String> STATES = List.of("done", "failed", "refused");

    private final LiveWarehouse warehouse;
    private final RequestMeter requests;
    private final InstantSource time;

    public Metrics(LiveWarehouse warehouse, RequestMeter requests, InstantSource time) {
        this.warehouse = warehouse;
        this.requests = requests;
        this.time = time;
    }

    /** Writes all metrics; before anything is published those of the server alone. */
    public void answer(Context context) throws SQLException {
        MetricsText text = new MetricsText();
        try (PublicationReader reader = warehouse.read();
                Statement statement = reader.connection().createStatement()) {
            text.gauge("threadline_published", "1 if there is a publication to read, else 0.", 1);
            publication(reader.publication(), text);
            List<String> names = tableNames(statement);
            tables(statement, names, text);
            if (names.contains("runs")) {
                lastRun(statement, text);
            }
        } catch (UserError nothingYet) {
            text.gauge("threadline_published", "1 if there is a publication to read, else 0.", 0);
        }
        requests.write(text);
        context.header("Cache-Control", "no-store");
        context.result(text.toString()).contentType(MetricsText.CONTENT_TYPE);
    }

    private void publication(Publication publication, MetricsText text) {
        Instant now = time.instant();
        text.gauge("threadline_publication_id", "The publication that is shown.", publication.publicationId());
        text.gauge(
                "threadline_freshness_seconds",
                "How long ago the newest record was sent that the publication knows of.",
                seconds(publication.asOf(), now));
        text.gauge(
                "threadline_publication_age_seconds",
                "How long ago the publication was written.",
                seconds(publication.publishedAt(), now));
        text.gauge("threadline_unattached_records", "Records in no conversation.", publication.unattached());
    }

    private static List<String> tableNames(Statement statement) throws SQLException {
        return ask(statement, SqlFile.text("table-names")).rows().stream()
                .map(row -> String.valueOf(row.get("table_name")))
                .toList();
    }

    private static void tables(Statement statement, List<String> names, MetricsText text) throws SQLException {
        text.metric("threadline_table_rows", "gauge", "Rows of a table, as published or as ingested so far.");
        String counts = names.stream()
                .map(name -> "SELECT '%1$s' AS table_name, count(*) AS n FROM \"%1$s\"".formatted(name))
                .collect(Collectors.joining(" UNION ALL "));
        for (Map<String, @Nullable Object> row : ask(statement, counts).rows()) {
            text.value("threadline_table_rows", label("table", row.get("table_name")), number(row.get("n")));
        }
        if (names.contains("rejected_records")) {
            text.metric("threadline_rejected_records", "gauge", "Records that were refused, by reason.");
            for (Map<String, @Nullable Object> row :
                    ask(statement, SqlFile.text("status-rejects")).rows()) {
                text.value(
                        "threadline_rejected_records", label("reason", row.get("reason")), number(row.get("records")));
            }
        }
    }

    private static void lastRun(Statement statement, MetricsText text) throws SQLException {
        for (Map<String, @Nullable Object> run :
                ask(statement, SqlFile.text("metrics-last-run")).rows()) {
            text.metric("threadline_last_run_state", "gauge", "1 for the state that the last run ended in.");
            for (String state : STATES) {
                text.value("threadline_last_run_state", Map.of("state", state), state.equals(run.get("state")) ? 1 : 0);
            }
            text.gauge(
                    "threadline_last_run_duration_seconds",
                    "How long the last run took.",
                    number(run.get("duration_s")));
            text.gauge(
                    "threadline_last_run_finished_timestamp_seconds",
                    "When the last run ended, in seconds since 1970.",
                    number(run.get("finished_s")));
            text.metric(
                    "threadline_last_run_records", "gauge", "Records that the last run read, by what became of them.");
            for (String fate : List.of("accepted", "duplicates", "rejected")) {
                text.value("threadline_last_run_records", Map.of("fate", fate), number(run.get(fate)));
            }
        }
    }

    private static double seconds(Instant from, Instant until) {
        return Duration.between(from, until).toMillis() / 1e3;
    }

    private static Map<String, String> label(String name, @Nullable Object value) {
        return Map.of(name, String.valueOf(value));
    }

    private static Number number(@Nullable Object value) {
        return value instanceof Number number ? number : 0;
    }

    private static Rows ask(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return Rows.of(rows);
        }
    }
}
