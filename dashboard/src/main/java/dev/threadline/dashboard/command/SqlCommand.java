package dev.threadline.dashboard.command;

import dev.threadline.dashboard.error.DashboardErrors;
import dev.threadline.dashboard.query.SelectOnly;
import dev.threadline.dashboard.result.ResultFormat;
import dev.threadline.dashboard.warehouse.Warehouse;
import dev.threadline.dashboard.warehouse.WarehouseSnapshot;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code threadline sql}: one query over the published tables. */
@Command(
        name = "sql",
        description = "Ask the published tables one question in DuckDB's SQL. Nothing can be written.",
        sortOptions = false,
        footer = {
            "",
            "Times are UTC. The tables are those of the newest publication; runs, publications and",
            "ingested_files are as of now. `SHOW TABLES` and `DESCRIBE conversations` say what there is.",
            "",
            "Examples:",
            "  ./threadline sql \"SELECT channel, count(*) AS conversations,",
            "      median(first_response_ms) / 1000 AS median_s FROM conversations GROUP BY channel\"",
            "  ./threadline sql --as-of-publication 12 \"SELECT median(resolution_ms) FROM conversations\"",
            "  ./threadline sql --format csv \"FROM turns WHERE reply_ms > 3600000\" > slow.csv"
        })
public final class SqlCommand implements Callable<Integer> {

    @Mixin
    private WarehouseOption warehouse = new WarehouseOption();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table, csv (RFC 4180) or json (an array, one row per line); default: ${DEFAULT-VALUE}.")
    private ResultFormat format = ResultFormat.table;

    @Option(
            names = "--as-of-publication",
            paramLabel = "N",
            description =
                    "Ask the tables as publication N showed them; default: the newest. Their numbers and dates are"
                            + " in the table publications.")
    private @Nullable Long publication;

    @Parameters(paramLabel = "SELECT", description = "The query, in one argument.")
    private String query = "";

    @Override
    public Integer call() throws SQLException, IOException {
        Warehouse asked = Warehouse.in(warehouse.configuration().storage().open());
        try (WarehouseSnapshot snapshot = open(asked);
                Connection connection = snapshot.connect().orElseThrow()) {
            if (snapshot.publication().isEmpty()) {
                System.err.println(
                        DashboardErrors.nothingPublished(asked.place()).getMessage());
            }
            SelectOnly.check(connection, query);
            print(connection);
        }
        KeptClasses.ofDashboard(asked);
        return 0;
    }

    private WarehouseSnapshot open(Warehouse asked) {
        NamedTables wanted = new NamedTables(query);
        return publication == null ? asked.open(wanted) : asked.openPublication(publication, wanted);
    }

    private void print(Connection connection) throws SQLException, IOException {
        Writer out = new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8));
        try (Statement statement = connection.createStatement();
                ResultSet rows = execute(statement)) {
            format.write(rows, out);
        }
        out.flush();
    }

    private ResultSet execute(Statement statement) {
        try {
            return statement.executeQuery(query);
        } catch (SQLException refused) {
            throw DashboardErrors.badQuery(String.valueOf(refused.getMessage()));
        }
    }
}
