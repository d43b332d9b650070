package dev.threadline.ingestion.intake;

import static dev.threadline.ingestion.SharedSpark.SPARK;

import dev.threadline.ingestion.message.MessagesTable;
import dev.threadline.ingestion.message.RejectedRecordsTable;
import dev.threadline.ingestion.warehouse.Table;
import dev.threadline.ingestion.warehouse.Warehouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/** What tests say about ingestion: a folder with an inbox and a warehouse, and runs at noon. */
final class Intake {

    static final Instant NOON = Instant.parse("2025-06-01T12:00:00Z");

    final Path folder;
    final Warehouse warehouse;
    private int runs;

    Intake(Path folder) {
        this.folder = folder;
        this.warehouse = new Warehouse(SPARK, folder.resolve("warehouse").toString());
    }

    /** A message of a customer in thread t1, as a line of canonical JSON. */
    static String line(String messageId, String sentAt, String text) {
        return line("t1", messageId, sentAt, text);
    }

    static String line(String threadId, String messageId, String sentAt, String text) {
        return "{\"thread_id\":\"%s\",\"message_id\":\"%s\",\"sent_at\":\"%s\",\"sender_role\":\"customer\",\"sender_id\":\"c\",\"text\":\"%s\"}"
                .formatted(threadId, messageId, sentAt, text);
    }

    Path file(String name, String... lines) {
        return file(name, String.join("\n", lines).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    Path file(String name, byte[] content) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.write(file, content);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    IngestReport ingest(Path... inputs) {
        return ingest(request(inputs));
    }

    IngestReport ingest(IngestRequest request) {
        return new IngestJob(warehouse).run(request);
    }

    IngestRequest request(Path... inputs) {
        List<String> paths = Arrays.stream(inputs).map(Path::toString).toList();
        return new IngestRequest(paths, "canonical", NOON, "run-" + ++runs, false, 1.0);
    }

    /** The messages, each "thread/message time text", in that order. */
    List<String> messages() {
        return rows(MessagesTable.TABLE)
                .map(row -> row.getAs("thread_id") + "/" + row.getAs("message_id") + " " + row.getAs("sent_at") + " "
                        + row.getAs("text"))
                .sorted()
                .toList();
    }

    /** The rejects, each "reason line", in that order. */
    List<String> rejects() {
        return rows(RejectedRecordsTable.TABLE)
                .map(row -> row.getAs("reason") + " " + row.getAs("line"))
                .sorted()
                .toList();
    }

    List<Row> ledger() {
        return rows(IngestedFilesTable.TABLE).toList();
    }

    Stream<Row> rows(Table<?> table) {
        return warehouse.has(table) ? warehouse.read(table).collectAsList().stream() : Stream.empty();
    }
}
