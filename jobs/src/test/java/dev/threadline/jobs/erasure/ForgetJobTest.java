package dev.threadline.jobs.erasure;

import static dev.threadline.jobs.maintenance.LivedInWarehouse.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadline.ingestion.intake.IngestReport;
import dev.threadline.ingestion.message.MessagesTable;
import dev.threadline.ingestion.message.RejectedRecordsTable;
import dev.threadline.ingestion.warehouse.Table;
import dev.threadline.jobs.backlog.BacklogTable;
import dev.threadline.jobs.conversation.ConversationsTable;
import dev.threadline.jobs.daily.DailyMetricsTable;
import dev.threadline.jobs.load.AgentLoadTable;
import dev.threadline.jobs.maintenance.LivedInWarehouse;
import dev.threadline.jobs.maintenance.WarehouseTables;
import dev.threadline.jobs.publication.Publication;
import dev.threadline.jobs.publication.Restatement;
import dev.threadline.jobs.reference.PublishedRows;
import dev.threadline.jobs.stint.StintsTable;
import dev.threadline.jobs.turn.TurnsTable;
import dev.threadline.jobs.walk.ConversationMessagesTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForgetJobTest {

    private static final Instant NOW = Instant.parse("2026-04-01T12:00:00Z");

    /** Everything that leads to Zoe: her id, the name she signs with, her threads, one of her messages' ids, her words. */
    private static final List<String> TRACES =
            List.of("cust-zoe-4711", "zoe@example.com", "thread-zoe-a", "thread-zoe-b", "msg-zoe-1", "violet umbrella");

    private static final List<Table<?>> WITHOUT_NAMES =
            List.of(DailyMetricsTable.TABLE, AgentLoadTable.TABLE, BacklogTable.TABLE);

    private static final String[] NAMES = {
        "thread_id", "message_id", "sender_id", "conversation_id", "customer_id", "previous_conversation_id"
    };

    @TempDir
    Path folder;

    @Test
    void aForgottenCustomerIsInNoFileAnyMoreAndNoNumberChanges() throws IOException, SQLException {
        LivedInWarehouse lived = new LivedInWarehouse(folder);
        lived.ingest(NOW, log());
        lived.publish(NOW);
        lived.ingest(NOW, zoe("thread-zoe-a", "msg-zoe-late", "2026-03-01T09:55:00Z", "customer", "zoe@example.com"));
        Publication before = lived.publish(NOW).publication();
        assertThat(traces(lived)).as("so that the search can find them").containsAll(TRACES);
        List<String> numbers = numbers(lived, before);

        Receipt receipt =
                forget(lived, "cust-zoe-4711", asOf -> lived.publish(NOW).publication());

        assertThat(traces(lived)).isEmpty();
        Publication after = lived.publications().get(2);
        for (Table<?> table : WITHOUT_NAMES) {
            assertThat(PublishedRows.of(lived.warehouse(), after, table))
                    .as(table.name())
                    .isEqualTo(PublishedRows.of(lived.warehouse(), before, table));
        }
        assertThat(numbers(lived, after)).isEqualTo(numbers);
        assertThat(receipt.numbersUnchanged()).isTrue();
        assertThat(receipt.isComplete()).isTrue();
        assertThat(receipt.customers()).singleElement().satisfies(customer -> {
            assertThat(customer.threads()).isEqualTo(2);
            assertThat(customer.messages()).isEqualTo(7);
        });
        assertThat(receipt.messages()).isEqualTo(7);
        assertThat(receipt.rejects()).isEqualTo(2);
        assertThat(receipt.aliases()).as("a late message took the lead").isEqualTo(1);
        assertThat(receipt.reduced()).containsExactly(1L, 2L);
        assertThat(ReceiptJson.of(receipt)).doesNotContain("zoe").contains("\"complete\" : true");
        assertThat(lived.publications().get(0).erasedAt()).isEqualTo(NOW.toEpochMilli());
        assertThat(lived.publications().get(0).tableVersions().byName())
                .containsOnlyKeys(
                        WarehouseTables.AGGREGATES.stream().map(Table::name).toList());
        assertThat(PublishedRows.of(lived.warehouse(), lived.publications().get(0), DailyMetricsTable.TABLE))
                .isNotEmpty();
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(lived.root().resolve("_erasure.key"))))
                .isEqualTo("rw-------");
        assertOthersAreAsBefore(lived);
        assertSheDoesNotComeBackByARereadButMayWriteAnew(lived);
    }

    /** Her agent's messages and those of a customer who is called like a part of her name. */
    private void assertOthersAreAsBefore(LivedInWarehouse lived) {
        Dataset<Row> messages = lived.warehouse().read(MessagesTable.TABLE);
        assertThat(messages.filter("customer_id = 'cust-zoe' AND text IS NOT NULL")
                        .count())
                .isEqualTo(1);
        assertThat(messages.filter("sender_role = 'agent' AND sender_id = 'agent-1'")
                        .count())
                .isEqualTo(4);
        assertThat(lived.warehouse()
                        .read(Restatement.TABLE)
                        .join(messages, "thread_id")
                        .filter("text IS NULL AND old_conversation_id IS NULL AND change = 'extended'")
                        .count())
                .as("the thread is known to have changed, under its token")
                .isEqualTo(3);
        assertThat(lived.warehouse()
                        .read(RejectedRecordsTable.TABLE)
                        .filter("raw LIKE '%somebody-else%'")
                        .count())
                .isEqualTo(1);
    }

    private void assertSheDoesNotComeBackByARereadButMayWriteAnew(LivedInWarehouse lived)
            throws IOException, SQLException {
        IngestReport again = lived.ingest(NOW, folder.resolve("log-1.jsonl"));
        assertThat(again.accepted()).isZero();
        assertThat(again.rejectedByReason()).containsEntry("erased", 8L).containsEntry("bad_event_time", 1L);
        assertThat(again.read()).isEqualTo(again.duplicates() + again.rejected());
        assertThat(traces(lived)).isEmpty();
        assertThat(lived.publish(NOW).fresh()).isFalse();
        IngestReport anew = lived.ingest(
                NOW.plusSeconds(7200),
                zoe("thread-zoe-a", "msg-zoe-9", NOW.plusSeconds(3600).toString(), "customer", "zoe@example.com"));
        assertThat(anew.accepted()).isEqualTo(1);
    }

    @Test
    void aRunThatCameToNoEndIsRepeated() throws IOException, SQLException {
        LivedInWarehouse lived = new LivedInWarehouse(folder);
        lived.ingest(NOW, log());
        lived.publish(NOW);
        assertThatThrownBy(() -> forget(lived, "cust-zoe-4711", asOf -> {
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        assertThat(traces(lived)).as("the old files are still there").isNotEmpty();

        Receipt receipt =
                forget(lived, "cust-zoe-4711", asOf -> lived.publish(NOW).publication());

        assertThat(receipt.reduced()).containsExactly(1L);
        assertThat(traces(lived)).isEmpty();
        Receipt third =
                forget(lived, "cust-zoe-4711", asOf -> lived.publish(NOW).publication());
        assertThat(third.reduced()).as("later publications know nothing of her").isEmpty();
        assertThat(third.freed().files()).isZero();
    }

    @Test
    void anAgentWhoIsCalledLikeACustomerStays() {
        LivedInWarehouse lived = new LivedInWarehouse(folder);
        lived.ingest(
                NOW,
                line("7", "m1", "2026-03-01T10:00:00Z", "customer", "7", "Hello"),
                line("7", "m2", "2026-03-01T10:01:00Z", "agent", "7", "Hi"),
                line("8", "m1", "2026-03-01T10:00:00Z", "customer", "8", "Hello"),
                line("8", "m2", "2026-03-01T10:02:00Z", "agent", "7", "Hi"));
        lived.publish(NOW);

        Receipt receipt = forget(lived, "7", asOf -> lived.publish(NOW).publication());

        assertThat(receipt.messages()).isEqualTo(2);
        assertThat(receipt.numbersUnchanged()).isTrue();
        Dataset<Row> messages = lived.warehouse().read(MessagesTable.TABLE);
        assertThat(messages.filter("sender_role = 'agent' AND sender_id = '7'").count())
                .isEqualTo(2);
        assertThat(messages.filter("customer_id = '7' OR thread_id = '7'").count())
                .isZero();
    }

    @Test
    void somebodyWhoIsNotThereIsOnlyNoted() {
        LivedInWarehouse lived = new LivedInWarehouse(folder);
        Receipt receipt = forget(lived, "cust-zoe-4711", asOf -> {
            throw new AssertionError("there is nothing to publish");
        });
        assertThat(receipt.messages()).isZero();
        assertThat(receipt.publicationId()).isNull();
        assertThat(lived.ingest(NOW, log()).rejectedByReason()).containsEntry("erased", 4L);
    }

    private static Receipt forget(
            LivedInWarehouse lived, String customer, Function<Optional<Instant>, Publication> publish) {
        return new ForgetJob(lived.warehouse(), publish, step -> {})
                .run(new ForgetJob.Request(List.of(customer), Optional.empty(), false, "forget", NOW));
    }

    /** Zoe wrote in two threads, in one of them known by her id only in her own messages; agents answer at one instant. */
    private static String[] log() {
        return new String[] {
            zoe("thread-zoe-a", "msg-zoe-1", "2026-03-01T10:00:00Z", "customer", "zoe@example.com"),
            line("thread-zoe-a", "msg-zoe-2", "2026-03-01T10:05:00Z", "agent", "agent-1", "a violet umbrella?"),
            line("thread-ann", "m1", "2026-03-01T10:04:00Z", "customer", "ann", "Hello"),
            line("thread-ann", "m2", "2026-03-01T10:05:00Z", "agent", "agent-1", "Hi"),
            line("thread-zed", "m1", "2026-03-01T10:05:00Z", "agent", "agent-1", "Hi"),
            zoe("thread-zoe-b", "msg-zoe-1", "2026-03-02T10:00:00Z", "customer", "zoe@example.com"),
            zoe("thread-zoe-b", "msg-zoe-0", "2026-03-02T10:00:00Z", "customer", "zoe@example.com"),
            line("thread-zoe-b", "msg-zoe-2", "2026-03-02T10:01:00Z", "agent", "agent-1", "the umbrella"),
            line("thread-zoe-b", "msg-zoe-3", "2026-03-02T10:02:00Z", "bot", "", "thanks"),
            line("cust-zoe", "m1", "2026-03-02T10:02:00Z", "customer", "cust-zoe", "I am somebody else"),
            zoe("thread-zoe-b", "msg-zoe-4", "yesterday", "customer", "zoe@example.com"),
            line("thread-zoe-a", "msg-zoe-5", "yesterday", "bot", "", "violet umbrella"),
            line("somebody-else", "m5", "yesterday", "customer", "somebody-else", "my umbrella"),
        };
    }

    private static String zoe(String thread, String message, String sentAt, String role, String sender) {
        String line = line(thread, message, sentAt, role, sender, "My violet umbrella");
        return line.substring(0, line.length() - 1) + ",\"customer_id\":\"cust-zoe-4711\"}";
    }

    /** What all numbers come to when nobody's names are looked at. */
    private static List<String> numbers(LivedInWarehouse lived, Publication publication) {
        List<String> numbers = new ArrayList<>();
        for (Table<?> table : List.of(
                ConversationsTable.TABLE, ConversationMessagesTable.TABLE, TurnsTable.TABLE, StintsTable.TABLE)) {
            numbers.addAll(LivedInWarehouse.rows(
                    publication.tableVersions().read(lived.warehouse(), table).drop(NAMES)));
        }
        return numbers;
    }

    private static List<String> traces(LivedInWarehouse lived) throws IOException, SQLException {
        return Traces.of(TRACES, lived.root());
    }
}
