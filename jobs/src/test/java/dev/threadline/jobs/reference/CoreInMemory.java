package dev.threadline.jobs.reference;

import dev.threadline.ingestion.warehouse.Table;
import dev.threadline.jobs.TableRows;
import dev.threadline.jobs.conversation.ConversationKey;
import dev.threadline.jobs.conversation.ConversationsTable;
import dev.threadline.jobs.conversation.Repeat;
import dev.threadline.jobs.load.AgentLoadTable;
import dev.threadline.jobs.stint.StintsTable;
import dev.threadline.jobs.thread.Event;
import dev.threadline.jobs.thread.Kind;
import dev.threadline.jobs.thread.Message;
import dev.threadline.jobs.thread.Role;
import dev.threadline.jobs.turn.TurnsTable;
import dev.threadline.jobs.walk.CompletedConversation;
import dev.threadline.jobs.walk.Completion;
import dev.threadline.jobs.walk.ConversationMessagesTable;
import dev.threadline.jobs.walk.Definitions;
import dev.threadline.jobs.walk.ThreadWalk;
import dev.threadline.jobs.walk.WalkedConversation;
import dev.threadline.jobs.walk.WalkedThread;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** The core over a whole log without Spark: every thread, then every agent and customer, then the rows of the tables. */
final class CoreInMemory implements Engine {

    @Override
    public Tables tables(List<LogRecord> log, Instant asOf, Settings settings) {
        Definitions definitions = new SettingsAsDefinitions(settings);
        List<WalkedThread> threads = walk(log, new ThreadWalk(definitions, asOf.toEpochMilli()), asOf);
        List<WalkedConversation> conversations = threads.stream()
                .flatMap(thread -> thread.conversations().stream())
                .toList();
        AgentsInMemory agents = new AgentsInMemory(conversations);
        Map<ConversationKey, Repeat> repeats = CustomersInMemory.repeats(conversations);
        Completion completion = new Completion(definitions);
        List<CompletedConversation> completed = conversations.stream()
                .map(walked -> completion.complete(
                        walked,
                        agents.creditedFrom(walked),
                        Objects.requireNonNull(repeats.get(walked.draft().key()))))
                .toList();
        Map<String, List<Map<String, @Nullable Object>>> tables = new LinkedHashMap<>();
        put(tables, ConversationMessagesTable.TABLE, threads.stream().flatMap(thread -> thread.records().stream()));
        put(tables, ConversationsTable.TABLE, completed.stream().map(CompletedConversation::conversation));
        put(tables, TurnsTable.TABLE, completed.stream().flatMap(CompletedConversation::turnRows));
        put(tables, StintsTable.TABLE, completed.stream().flatMap(CompletedConversation::stintRows));
        put(tables, AgentLoadTable.TABLE, agents.slices());
        return new Tables(tables);
    }

    private static List<WalkedThread> walk(List<LogRecord> log, ThreadWalk walk, Instant asOf) {
        return log.stream()
                .filter(message -> !message.sentAt().isAfter(asOf))
                .collect(Collectors.groupingBy(
                        LogRecord::thread,
                        Collectors.mapping(CoreInMemory::message, Collectors.toCollection(ArrayList::new))))
                .values()
                .stream()
                .map(walk::walk)
                .toList();
    }

    private static <T> void put(
            Map<String, List<Map<String, @Nullable Object>>> tables, Table<T> table, Stream<T> entities) {
        List<String> names = table.columnNames();
        tables.put(
                table.name(),
                entities.map(one -> TableRows.of(table, one))
                        .map(row -> values(names, row))
                        .toList());
    }

    private static Map<String, @Nullable Object> values(List<String> names, Row row) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            Object value = row.get(i);
            values.put(names.get(i), value instanceof Integer count ? (Object) count.longValue() : value);
        }
        return values;
    }

    private static Message message(LogRecord message) {
        return new Message(
                message.source(),
                message.threadId(),
                message.messageId(),
                message.sentAt().toEpochMilli(),
                Role.of(message.senderRole()),
                message.senderId(),
                Kind.of(message.kind()),
                message.event() == null ? null : Event.of(message.event()),
                message.assigneeId(),
                message.channel(),
                message.team(),
                message.customerId(),
                message.sequence(),
                message.isAcknowledgementText(),
                message.endsInQuestion(),
                0,
                0);
    }
}
