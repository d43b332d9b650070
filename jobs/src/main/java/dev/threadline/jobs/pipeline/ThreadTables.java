package dev.threadline.jobs.pipeline;

import dev.threadline.ingestion.warehouse.AgeBands;
import dev.threadline.ingestion.warehouse.AgedFiles;
import dev.threadline.ingestion.warehouse.DataFiles;
import dev.threadline.jobs.conversation.Conversation;
import dev.threadline.jobs.conversation.ConversationsTable;
import dev.threadline.jobs.daily.DailyMetrics;
import dev.threadline.jobs.sensitivity.PolicySensitivity;
import dev.threadline.jobs.stint.StintRow;
import dev.threadline.jobs.stint.StintsTable;
import dev.threadline.jobs.thread.Message;
import dev.threadline.jobs.turn.TurnRow;
import dev.threadline.jobs.turn.TurnsTable;
import dev.threadline.jobs.walk.CompletedConversation;
import dev.threadline.jobs.walk.ConversationMessagesTable;
import dev.threadline.jobs.walk.PlacedRecord;
import java.util.List;

/** The files of one task, one per table that a walk over threads fills; one that is not finished is deleted. */
final class ThreadTables implements AutoCloseable {

    private final AgedFiles<PlacedRecord> records;
    private final AgedFiles<Conversation> conversations;
    private final AgedFiles<TurnRow> turns;
    private final AgedFiles<StintRow> stints;
    private final DailyMetrics days;
    private final PolicySensitivity sensitivity;
    private long placed;
    private long unattached;
    private long completed;

    ThreadTables(DataFiles files, WalkPlan plan) {
        AgeBands bands = plan.bands();
        this.records = files.open(ConversationMessagesTable.TABLE, bands);
        this.conversations = files.open(ConversationsTable.TABLE, bands);
        this.turns = files.open(TurnsTable.TABLE, bands);
        this.stints = files.open(StintsTable.TABLE, bands);
        this.days = new DailyMetrics(plan.configuration().reportZone());
        this.sensitivity = plan.sensitivity();
    }

    void add(PlacedRecord one) {
        placed++;
        unattached += one.conversationId() == null ? 1 : 0;
        records.write(one);
    }

    void add(CompletedConversation one) {
        Conversation conversation = one.conversation();
        completed++;
        conversations.write(conversation);
        days.add(conversation);
        one.turnRows().forEach(turn -> {
            turns.write(turn);
            days.add(conversation, turn);
        });
        one.stintRows().forEach(stints::write);
    }

    /** Notes what a thread comes to under other policies; its records must be in order. */
    void compare(List<Message> records) {
        sensitivity.add(records);
    }

    BuiltThreads finish() {
        BuiltFiles files = new BuiltFiles()
                .with(ConversationMessagesTable.TABLE, records)
                .with(ConversationsTable.TABLE, conversations)
                .with(TurnsTable.TABLE, turns)
                .with(StintsTable.TABLE, stints);
        return new BuiltThreads(
                files, days, sensitivity.totals(), new BuiltThreads.Counts(placed, unattached, completed));
    }

    @Override
    public void close() {
        records.close();
        conversations.close();
        turns.close();
        stints.close();
    }
}
