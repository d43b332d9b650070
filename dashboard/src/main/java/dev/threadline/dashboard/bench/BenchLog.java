package dev.threadline.dashboard.bench;

import dev.threadline.dashboard.warehouse.DeltaTables;
import dev.threadline.dashboard.warehouse.PinnedTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The log that is raced on: generated, of one year, and taken in through the mapping of a plain messaging export. */
final class BenchLog {

    /** Messages that the mapping keeps of a conversation of the sample. */
    private static final double MESSAGES_PER_CONVERSATION = 5.9;

    private static final String DAYS = "365";

    private final Path folder;
    private final Tools tools;
    private final long messages;

    BenchLog(Path folder, Tools tools, long messages) {
        this.folder = folder;
        this.tools = tools;
        this.messages = messages;
    }

    /** Generates the log, unless an earlier race left it, and takes it in. */
    void prepare(Consumer<String> progress) {
        Path generated = folder.resolve("generated");
        if (Files.exists(generated)) {
            progress.accept("the log is there from an earlier race");
        } else {
            progress.accept("generating the log");
            generate();
            Folders.made(generated);
        }
        progress.accept("taking it in");
        tools.write("plain", Resource.sql("plain"));
        Folders.delete(base());
        ingestInto(base());
    }

    private void generate() {
        long conversations = Math.round(messages / MESSAGES_PER_CONVERSATION);
        tools.threadline(
                "sample",
                "--force",
                "--out",
                folder.resolve("sample").toString(),
                "--conversations",
                String.valueOf(conversations),
                "--days",
                DAYS);
    }

    /** The files of the log. */
    Path files() {
        return folder.resolve("sample").resolve("log");
    }

    Path mapping() {
        return folder.resolve("plain.sql");
    }

    /** A warehouse with messages and nothing built. */
    Path base() {
        return folder.resolve("base");
    }

    /** Takes the log in. */
    Measured ingestInto(Path warehouse) {
        return ingestInto(warehouse, mapping());
    }

    /** Takes in what was sent before an instant. */
    void ingestBefore(Instant instant, Path warehouse) {
        ingestInto(warehouse, part("history", "<", instant));
    }

    /** Takes in what was sent from an instant on. */
    void ingestFrom(Instant instant, Path warehouse) {
        ingestInto(warehouse, part("day", ">=", instant));
    }

    private Path part(String name, String comparison, Instant instant) {
        return tools.write(name, Resource.sql("plain") + " AND sent_at " + comparison + " '" + instant + "'");
    }

    private Measured ingestInto(Path warehouse, Path mapping) {
        return tools.threadline(
                "ingest",
                "--again",
                "--input",
                files().toString(),
                "--source",
                mapping.toString(),
                "--warehouse",
                warehouse.toString());
    }

    /** The Parquet files of a table of a warehouse as a list in DuckDB's words. */
    static String parquet(Path warehouse, String table) {
        PinnedTable pinned = new DeltaTables(warehouse).newest(table);
        return pinned.files().stream()
                .map(file -> "'" + file.replace("'", "''") + "'")
                .collect(Collectors.joining(", ", "[", "]"));
    }

    /**
     * What the log is.
     *
     * @param newest when the newest message was sent
     */
    record Size(long messages, long threads, Instant newest) {}

    Size size() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT count(*), count(DISTINCT (source, thread_id)), epoch_ms(max(sent_at)) FROM read_parquet("
                                + parquet(base(), "messages") + ")")) {
            row.next();
            return new Size(row.getLong(1), row.getLong(2), Instant.ofEpochMilli(row.getLong(3)));
        }
    }
}
