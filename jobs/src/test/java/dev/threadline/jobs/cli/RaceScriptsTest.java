package dev.threadline.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.ingestion.intake.IngestJob;
import dev.threadline.ingestion.intake.IngestRequest;
import dev.threadline.ingestion.warehouse.SparkSessions;
import dev.threadline.ingestion.warehouse.Warehouse;
import dev.threadline.jobs.config.Configuration;
import dev.threadline.jobs.publish.BuildExtent;
import dev.threadline.jobs.publish.PublishJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Those whom the benchmark races against a build write its tables, on a week of the small sample. */
class RaceScriptsTest {

    private static final Path SCRIPTS =
            Path.of("..", "dashboard", "src", "main", "resources", "dev", "threadline", "dashboard", "bench");
    private static final Path LOG = Path.of("..", "sample-data", "small", "log", "messages-0002.jsonl.gz");
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    @TempDir
    private static Path root;

    @BeforeAll
    static void everyoneWrites() throws IOException, SQLException {
        Warehouse warehouse = new Warehouse(
                SparkSessions.start(Map.of("spark.master", "local[2]", "spark.sql.shuffle.partitions", "2")),
                root.resolve("built").toString());
        String mapping =
                SCRIPTS.resolve("plain.sql").toAbsolutePath().normalize().toString();
        String log = LOG.toAbsolutePath().normalize().toString();
        new IngestJob(warehouse).run(new IngestRequest(List.of(log), mapping, NOW, "race", false, 1));
        new PublishJob(warehouse, Configuration.defaults(), step -> {})
                .run(new PublishJob.Request("race", () -> NOW, Optional.empty(), BuildExtent.EVERYTHING, "test"));
        WindowsCommand.write(warehouse, root.resolve("windows"));
        Path duckDb = Files.createDirectory(root.resolve("duckdb"));
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute(Files.readString(SCRIPTS.resolve("race.sql"))
                    .replace("${messages}", "'" + root.resolve("built/messages/*.parquet") + "'")
                    .replace("${out}", duckDb.toString()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "conversation_messages",
                "conversations",
                "turns",
                "stints",
                "agent_load",
                "backlog",
                "daily_metrics"
            })
    void theTablesAreThoseOfABuild(String table) throws SQLException {
        String built = rows("built/" + table + "/*.parquet");
        assertThat(number("SELECT count(*) FROM (%s)".formatted(built))).isPositive();
        for (String other : List.of("duckdb/" + table + ".parquet", "windows/" + table + "/*.parquet")) {
            String theirs = rows(other);
            assertThat(number("SELECT count(*) FROM (%s EXCEPT ALL %s)".formatted(built, theirs)))
                    .as("rows missing in " + other)
                    .isZero();
            assertThat(number("SELECT count(*) FROM (%s EXCEPT ALL %s)".formatted(theirs, built)))
                    .as("rows too many in " + other)
                    .isZero();
        }
    }

    private static String rows(String files) {
        return "SELECT * FROM read_parquet('%s')".formatted(root.resolve(files));
    }

    private static long number(String select) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(select)) {
            row.next();
            return row.getLong(1);
        }
    }
}
