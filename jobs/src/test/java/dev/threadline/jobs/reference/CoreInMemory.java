package dev.threadline.jobs.reference;

import dev.threadline.ingestion.warehouse.Table;
import dev.threadline.jobs.attention.HandleTime;
import dev.threadline.jobs.attention.HumanMessage;
import dev.threadline.jobs.conversation.ConversationDraft;
import dev.threadline.jobs.conversation.ConversationsTable;
import dev.threadline.jobs.conversation.Repeat;
import dev.threadline.jobs.customer.CustomerConversation;
import dev.threadline.jobs.customer.Returns;
import dev.threadline.jobs.load.AgentLoad;
import dev.threadline.jobs.load.AgentLoadTable;
import dev.threadline.jobs.stint.StintWork;
import dev.threadline.jobs.stint.StintsTable;
import dev.threadline.jobs.thread.Event;
import dev.threadline.jobs.thread.Kind;
import dev.threadline.jobs.thread.Message;
import dev.threadline.jobs.thread.Role;
import dev.threadline.jobs.thread.Utf8Order;
import dev.threadline.jobs.time.Span;
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
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** The core over a whole log without Spark: every thread, then every agent and customer, then the rows of the tables. */
final class CoreInMemory {

    private static final Comparator<HumanMessageOf> AGENT_ORDER = Comparator.comparingLong(
                    (HumanMessageOf message) -> message.message().sentAt())
            .thenComparing(message -> message.of().draft().key().source(), Utf8Order.COMPARATOR)
            .thenComparing(message -> message.of().draft().key().threadId(), Utf8Order.COMPARATOR)
            .thenComparing(message -> message.message().place());
    private static final Comparator<WalkedConversation> CUSTOMER_ORDER = Comparator.comparingLong(
                    (WalkedConversation walked) -> walked.draft().lifecycle().startedAt())
            .thenComparing(walked -> walked.draft().key().source(), Utf8Order.COMPARATOR)
            .thenComparing(walked -> walked.draft().key().threadId(), Utf8Order.COMPARATOR)
            .thenComparing(WalkedConversation::place);

    private record HumanMessageOf(HumanMessage message, WalkedConversation of) {}

    private final Map<String, List<Map<String, @Nullable Object>>> tables = new LinkedHashMap<>();
    private final Map<HumanMessage, Long> creditedFrom = new HashMap<>();
    private final Map<WalkedConversation, Repeat> repeats = new HashMap<>();
    private final Map<String, AgentLoad> loads = new TreeMap<>();

    CoreInMemory(List<LogRecord> log, Instant asOf, Settings settings) {
        Definitions definitions = new SettingsAsDefinitions(settings);
        List<WalkedThread> threads = walk(log, definitions, asOf);
        List<WalkedConversation> conversations = threads.stream()
                .flatMap(thread -> thread.conversations().stream())
                .toList();
        walkAgents(conversations);
        walkCustomers(conversations);
        Completion completion = new Completion(definitions);
        List<CompletedConversation> completed =
                conversations.stream().map(one -> complete(completion, one)).toList();
        put(ConversationMessagesTable.TABLE, threads.stream().flatMap(thread -> thread.records().stream()));
        put(ConversationsTable.TABLE, completed.stream().map(CompletedConversation::conversation));
        put(TurnsTable.TABLE, completed.stream().flatMap(CompletedConversation::turnRows));
        put(StintsTable.TABLE, completed.stream().flatMap(CompletedConversation::stintRows));
        put(AgentLoadTable.TABLE, loads.values().stream().flatMap(load -> load.slices().stream()));
    }

    /** The rows of a table; counts are {@link Long}s. */
    List<Map<String, @Nullable Object>> table(String name) {
        return Objects.requireNonNull(tables.get(name), name);
    }

    private static List<WalkedThread> walk(List<LogRecord> log, Definitions definitions, Instant asOf) {
        ThreadWalk walk = new ThreadWalk(definitions, asOf.toEpochMilli());
        return log.stream()
                .filter(message -> !message.sentAt().isAfter(asOf))
                .collect(Collectors.groupingBy(LogRecord::thread, Collectors.toList()))
                .values()
                .stream()
                .map(thread ->
                        thread.stream().map(CoreInMemory::message).collect(Collectors.toCollection(ArrayList::new)))
                .map(walk::walk)
                .toList();
    }

    private void walkAgents(List<WalkedConversation> conversations) {
        Map<String, HandleTime> handleTimes = new HashMap<>();
        conversations.stream()
                .flatMap(walked -> walked.humanMessages().stream().map(message -> new HumanMessageOf(message, walked)))
                .sorted(AGENT_ORDER)
                .forEach(one -> {
                    HumanMessage message = one.message();
                    Span credit = handleTimes
                            .computeIfAbsent(message.agentId(), agent -> new HandleTime())
                            .credit(message.sentAt(), message.creditFrom());
                    creditedFrom.put(message, credit.startInclusive());
                    load(message.agentId())
                            .wrote(message.sentAt(), credit, one.of().draft().team());
                });
        for (WalkedConversation walked : conversations) {
            for (StintWork work : walked.stints()) {
                AgentLoad load = load(work.stint().agentId());
                load.assigned(work.stint().span(), walked.draft().team());
                work.engaged().forEach(load::engaged);
                work.pending().forEach(load::pending);
            }
        }
    }

    private AgentLoad load(String agentId) {
        return loads.computeIfAbsent(agentId, AgentLoad::new);
    }

    private void walkCustomers(List<WalkedConversation> conversations) {
        conversations.stream()
                .collect(Collectors.groupingBy(walked -> customer(walked.draft())))
                .values()
                .forEach(ofCustomer -> {
                    List<WalkedConversation> ordered =
                            ofCustomer.stream().sorted(CUSTOMER_ORDER).toList();
                    List<Repeat> found = Returns.of(
                            ordered.stream().map(CoreInMemory::ofCustomer).toList());
                    for (int i = 0; i < ordered.size(); i++) {
                        repeats.put(ordered.get(i), found.get(i));
                    }
                });
    }

    private static List<String> customer(ConversationDraft draft) {
        boolean known = !draft.customerId().equals(draft.key().threadId());
        return known ? List.of(draft.customerId()) : List.of(draft.key().source(), draft.customerId());
    }

    private static CustomerConversation ofCustomer(WalkedConversation walked) {
        ConversationDraft draft = walked.draft();
        return new CustomerConversation(
                draft.key().source(),
                draft.key().threadId(),
                draft.key().conversationId(),
                walked.place(),
                draft.lifecycle().startedAt(),
                draft.lifecycle().endedAt(),
                draft.lifecycle().startedByCustomer());
    }

    private CompletedConversation complete(Completion completion, WalkedConversation walked) {
        Map<Integer, Long> byPlace = walked.humanMessages().stream()
                .collect(Collectors.toMap(
                        HumanMessage::place, message -> Objects.requireNonNull(creditedFrom.get(message))));
        return completion.complete(
                walked,
                place -> Objects.requireNonNull(byPlace.get(place)),
                Objects.requireNonNull(repeats.get(walked)));
    }

    private <T> void put(Table<T> table, Stream<T> entities) {
        List<String> names = table.columnNames();
        tables.put(
                table.name(),
                entities.map(table::toRow).map(row -> values(names, row)).toList());
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
                message.endsInQuestion());
    }
}
