package dev.threadline.dashboard.command;

import dev.threadline.dashboard.error.DashboardErrors;
import dev.threadline.dashboard.query.SqlFile;
import dev.threadline.dashboard.result.ResultFormat;
import dev.threadline.dashboard.warehouse.PinnedTable;
import dev.threadline.dashboard.warehouse.Publication;
import dev.threadline.dashboard.warehouse.Warehouse;
import dev.threadline.dashboard.warehouse.WarehouseSnapshot;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code threadline status}: how fresh the warehouse is, what its last runs did, what it holds and refused. */
@Command(
        name = "status",
        description = "Says how fresh the warehouse is, what its last runs did, what it holds and what it refused.",
        sortOptions = false,
        footer = {"", "Example:", "  ./threadline status --warehouse /data/warehouse"})
public final class StatusCommand implements Callable<Integer> {

    @Mixin
    private WarehouseOption warehouse = new WarehouseOption();

    @Override
    public Integer call() throws SQLException, IOException {
        Warehouse asked = Warehouse.in(warehouse.configuration().storage().open());
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        try (WarehouseSnapshot snapshot = asked.open();
                Connection connection = snapshot.connect().orElseThrow();
                Statement statement = connection.createStatement()) {
            out.printf("Warehouse %s%n%s%n", asked.place(), freshness(asked.place(), snapshot.publication()));
            List<String> tables =
                    snapshot.tables().stream().map(PinnedTable::name).sorted().toList();
            if (tables.contains("runs")) {
                section("Last runs", SqlFile.text("status-runs"), statement, out);
            }
            if (tables.contains("runs") && snapshot.publication().isPresent()) {
                section("Rows that came and went", SqlFile.text("status-rows-changed"), statement, out);
                section("Audit: what both sides of each law came to", SqlFile.text("status-audit"), statement, out);
            }
            section("Tables", rowCounts(tables), statement, out);
            if (tables.contains("rejected_records")) {
                section("Rejected records", SqlFile.text("status-rejects"), statement, out);
            }
        }
        out.flush();
        KeptClasses.ofDashboard(asked);
        return 0;
    }

    private static String freshness(String directory, Optional<Publication> publication) {
        return publication
                .map(row -> "Publication %d, published %s, data to %s; definitions %s, policy %s, report zone %s"
                        .formatted(
                                row.publicationId(),
                                row.publishedAt(),
                                row.asOf(),
                                row.definitionVersion(),
                                row.policy(),
                                row.reportZone()))
                .orElseGet(() -> DashboardErrors.nothingPublished(directory).getMessage());
    }

    private static void section(String title, String sql, Statement statement, PrintWriter out)
            throws SQLException, IOException {
        out.printf("%n%s%n", title);
        try (ResultSet rows = statement.executeQuery(sql)) {
            ResultFormat.table.write(rows, out);
        }
    }

    private static String rowCounts(List<String> tables) {
        return tables.stream()
                .map(table -> "SELECT '%1$s' AS table_name, count(*) AS rows FROM \"%1$s\"".formatted(table))
                .collect(Collectors.joining(" UNION ALL "));
    }
}
