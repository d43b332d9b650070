package dev.threadline.dashboard.bench;

import dev.threadline.dashboard.warehouse.DeltaTables;
import dev.threadline.dashboard.warehouse.PinnedTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        return ingestInto(warehouse, mapping(), List.of(files()));
    }

    /** Takes in what was sent before an instant. */
    void ingestBefore(Instant instant, Path warehouse) {
        ingestInto(warehouse, part("history", "<", instant), List.of(files()));
    }

    /** Takes in what was sent from an instant on, less than a week before the log's end. */
    void ingestFrom(Instant instant, Path warehouse) {
        ingestInto(warehouse, part("day", ">=", instant), newestFiles());
    }

    /** The mapping of the same source for a part of it. */
    private Path part(String name, String comparison, Instant instant) {
        return tools.write(
                name,
                "SELECT 'plain' AS source, * FROM (" + Resource.sql("plain") + ") WHERE sent_at " + comparison + " '"
                        + instant + "'");
    }

    /** The log has a file for about each week; those of the last two. */
    private List<Path> newestFiles() {
        try (Stream<Path> all = Files.list(files())) {
            return all.sorted(Comparator.reverseOrder()).limit(2).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Measured ingestInto(Path warehouse, Path mapping, List<Path> inputs) {
        List<String> arguments = new ArrayList<>(
                List.of("ingest", "--again", "--source", mapping.toString(), "--warehouse", warehouse.toString()));
        inputs.forEach(input -> arguments.addAll(List.of("--input", input.toString())));
        return tools.threadline(arguments.toArray(String[]::new));
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
