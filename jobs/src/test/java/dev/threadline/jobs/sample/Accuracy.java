package dev.threadline.jobs.sample;

import dev.threadline.ingestion.warehouse.Table;
import dev.threadline.jobs.conversation.ConversationsTable;
import dev.threadline.jobs.load.AgentLoadTable;
import dev.threadline.jobs.sql.SqlFile;
import dev.threadline.jobs.walk.ConversationMessagesTable;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Compares what was published of a generated log with the log's truth: {@code accuracy/*.sql}. */
final class Accuracy implements AutoCloseable {

    /** The comparisons, each a file and a table of the page. */
    static final List<String> COMPARISONS =
            List.of("boundaries", "silences", "resolution", "handle_time", "concurrency");

    private final Connection connection;

    /** Loads the truth that lies beside the log in the sample's folder. */
    Accuracy(PublishedSample published, Path sample) throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        execute("SET TimeZone = 'UTC'");
        for (Table<?> table :
                List.of(ConversationsTable.TABLE, ConversationMessagesTable.TABLE, AgentLoadTable.TABLE)) {
            String files = Arrays.stream(published.rows(table).inputFiles())
                    .map(file -> "'" + Path.of(URI.create(file)) + "'")
                    .collect(Collectors.joining(", "));
            execute("CREATE VIEW " + table.name() + " AS FROM read_parquet([" + files
                    + "], hive_partitioning = false)");
        }
        for (String name : List.of("messages", "conversations", "attention")) {
            Path file = sample.resolve("truth").resolve(name + ".csv.gz").toAbsolutePath();
            execute("CREATE VIEW true_" + name + " AS FROM read_csv('" + file + "', sample_size = -1)");
        }
        execute(SqlFile.read("/accuracy/matched.sql"));
    }

    /** The lines of a comparison as a Markdown table. */
    List<String> table(String comparison) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SqlFile.read("/accuracy/" + comparison + ".sql"))) {
            int columns = rows.getMetaData().getColumnCount();
            List<String> names = new ArrayList<>();
            for (int i = 1; i <= columns; i++) {
                names.add(rows.getMetaData().getColumnName(i).strip());
            }
            lines.add(line(names));
            lines.add("|---" + String.join("", Collections.nCopies(columns - 1, "|---:")) + "|");
            while (rows.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    cells.add(rows.getString(i));
                }
                lines.add(line(cells));
            }
        }
        return lines;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
