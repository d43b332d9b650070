package dev.threadline.jobs.pipeline.increment;

import dev.threadline.jobs.conversation.Conversation;
import dev.threadline.jobs.conversation.ConversationsTable;
import dev.threadline.jobs.daily.DailyMetrics;
import dev.threadline.jobs.pipeline.BuiltThreads;
import dev.threadline.jobs.pipeline.increment.table.ChangedTables;
import dev.threadline.jobs.pipeline.increment.table.RowChanges;
import dev.threadline.jobs.stint.StintRow;
import dev.threadline.jobs.stint.StintsTable;
import dev.threadline.jobs.turn.TurnRow;
import dev.threadline.jobs.turn.TurnsTable;
import dev.threadline.jobs.walk.CompletedConversation;
import dev.threadline.jobs.walk.ConversationMessagesTable;
import dev.threadline.jobs.walk.PlacedRecord;
import dev.threadline.jobs.walk.WalkedThread;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** How the tables that a walk over threads fills change, as far as one task knows. */
final class ThreadRowChanges implements AutoCloseable {

    private final RowChanges<PlacedRecord> records;
    private final RowChanges<Conversation> conversations;
    private final RowChanges<TurnRow> turns;
    private final RowChanges<StintRow> stints;
    private final DailyMetrics daysBefore;
    private final DailyMetrics daysAfter;
    private BuiltThreads.Counts counts = BuiltThreads.Counts.NONE;

    ThreadRowChanges(RowChanges.Folders folders, ChangePlan plan) {
        this.records = folders.open(ConversationMessagesTable.TABLE);
        this.conversations = folders.open(ConversationsTable.TABLE);
        this.turns = folders.open(TurnsTable.TABLE);
        this.stints = folders.open(StintsTable.TABLE);
        this.daysBefore = new DailyMetrics(plan.after().configuration().reportZone());
        this.daysAfter = new DailyMetrics(plan.after().configuration().reportZone());
    }

    /** Adds one thread with those of its conversations, as they were and as they are, that may differ. */
    void add(ThreadChange thread, List<CompletedConversation> before, List<CompletedConversation> after) {
        if (!thread.before().records().equals(thread.after().records())) {
            addRecords(thread, before, after);
        }
        conversations.add(
                map(before, CompletedConversation::conversation), map(after, CompletedConversation::conversation));
        turns.add(flatMap(before, CompletedConversation::turnRows), flatMap(after, CompletedConversation::turnRows));
        stints.add(flatMap(before, CompletedConversation::stintRows), flatMap(after, CompletedConversation::stintRows));
        before.forEach(one -> count(daysBefore, one));
        after.forEach(one -> count(daysAfter, one));
        counts = thread.isUnchanged()
                ? counts
                : counts.plus(count(thread.after())).less(count(thread.before()));
    }

    ThreadChanges finish() {
        ChangedTables tables = new ChangedTables()
                .with(records)
                .with(conversations)
                .with(turns)
                .with(stints);
        return new ThreadChanges(tables, daysAfter.less(daysBefore), counts);
    }

    @Override
    public void close() {
        records.close();
        conversations.close();
        turns.close();
        stints.close();
    }

    /** All records of a thread that lost a conversation's id: what became of that is read off them. */
    private void addRecords(
            ThreadChange thread, List<CompletedConversation> before, List<CompletedConversation> after) {
        Set<String> lost =
                new HashSet<>(map(before, one -> one.conversation().key().conversationId()));
        map(after, one -> one.conversation().key().conversationId()).forEach(lost::remove);
        if (lost.isEmpty()) {
            records.add(thread.before().records(), thread.after().records());
        } else {
            records.replace(thread.before().records(), thread.after().records());
        }
    }

    private static void count(DailyMetrics days, CompletedConversation one) {
        days.add(one.conversation());
        one.turnRows().forEach(turn -> days.add(one.conversation(), turn));
    }

    private static BuiltThreads.Counts count(WalkedThread thread) {
        long unattached = thread.records().stream()
                .filter(record -> record.conversationId() == null)
                .count();
        return new BuiltThreads.Counts(
                thread.records().size(), unattached, thread.conversations().size());
    }

    private static <T> List<T> map(List<CompletedConversation> from, Function<CompletedConversation, T> to) {
        return from.stream().map(to).toList();
    }

    private static <T> List<T> flatMap(
            List<CompletedConversation> from, Function<CompletedConversation, Stream<T>> to) {
        return from.stream().flatMap(to).toList();
    }
}
