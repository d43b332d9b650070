package dev.threadline.jobs.walk;

import dev.threadline.jobs.attention.HumanMessage;
import dev.threadline.jobs.conversation.ConversationKey;
import dev.threadline.jobs.stint.StintCollector;
import dev.threadline.jobs.thread.Event;
import dev.threadline.jobs.thread.Kind;
import dev.threadline.jobs.thread.Message;
import dev.threadline.jobs.thread.Role;
import dev.threadline.jobs.time.Span;
import dev.threadline.jobs.turn.Turn;
import dev.threadline.jobs.turn.TurnCollector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Takes the records of one conversation in order and notes what its measures need. */
final class ConversationWalk {

    final Standing standing = new Standing();
    final TurnCollector turns = new TurnCollector();
    final StintCollector stints = new StintCollector();
    final List<Message> records = new ArrayList<>();
    final List<Message> publicMessages = new ArrayList<>();
    final List<HumanMessage> humanMessages = new ArrayList<>();
    final List<Span> endedSpells = new ArrayList<>();
    final HandoffWatch handoff = new HandoffWatch();

    final ConversationKey key;
    final Message firstActivity;
    final int firstActivityPlace;
    Message lastActivity;

    @Nullable
    Message start;

    @Nullable
    Message lastClose;

    @Nullable
    Long firstCloseAt;

    @Nullable
    Long firstCustomerAt;

    @Nullable
    Long lastAssignedAt;

    @Nullable
    Long assignedBeforeResponse;

    boolean humanInvolved;
    int spell = 1;
    int reopens;
    private long spellStartedAt;
    private boolean responded;
    private final long attentionCapMs;

    ConversationWalk(Message firstActivity, int place, Duration attentionCap) {
        this.key = ConversationKey.startingWith(
                firstActivity.source(), firstActivity.threadId(), firstActivity.messageId());
        this.firstActivity = firstActivity;
        this.firstActivityPlace = place;
        this.lastActivity = firstActivity;
        this.attentionCapMs = attentionCap.toMillis();
    }

    /** Takes the next record of the conversation. */
    PlacedRecord add(ThreadRecord record, Duration reopenWindow) {
        Message message = record.message();
        boolean closedBefore = standing.isClosed();
        Standing.Change change = standing.apply(record, reopenWindow);
        records.add(message);
        markStart(message);
        switch (change) {
            case CLOSED -> close(message);
            case REOPENED -> reopen(message);
            case NONE -> {}
        }
        takeOwnership(record);
        Integer turn = message.isPublic() ? takePublic(record) : null;
        handoff.take(record, standing, change == Standing.Change.CLOSED);
        boolean inSpell = !standing.isClosed() || (change == Standing.Change.CLOSED && !closedBefore);
        return new PlacedRecord(
                message, key.conversationId(), record.place(), turn, inSpell ? Integer.valueOf(spell) : null);
    }

    /** The spells, the running one up to {@code until}. */
    List<Span> spells(long until) {
        List<Span> spells = new ArrayList<>(endedSpells);
        if (!standing.isClosed()) {
            spells.add(new Span(spellStartedAt, Math.max(spellStartedAt, until)));
        }
        return spells;
    }

    private void markStart(Message message) {
        if (start == null && (message.isPublic() || message.kind() == Kind.CAMPAIGN)) {
            start = message;
            spellStartedAt = message.sentAt();
        }
    }

    private void close(Message message) {
        endedSpells.add(new Span(spellStartedAt, message.sentAt()));
        turns.closeSpell(message.sentAt());
        stints.closed(message.sentAt());
        lastClose = message;
        firstCloseAt = firstCloseAt == null ? Long.valueOf(message.sentAt()) : firstCloseAt;
    }

    private void reopen(Message message) {
        reopens++;
        spell++;
        spellStartedAt = message.sentAt();
        turns.startSpell(spell);
        stints.reopened(message.sentAt());
    }

    private void takeOwnership(ThreadRecord record) {
        Message message = record.message();
        if (message.is(Event.ASSIGNED)) {
            lastAssignedAt = message.sentAt();
            stints.assigned(message.sentAt(), record.assigneeIsBot() ? null : message.assigneeId());
        } else if (message.is(Event.QUEUED)) {
            stints.queued(message.sentAt());
        }
        boolean notes = message.kind() == Kind.NOTE && message.role() == Role.AGENT;
        humanInvolved |= record.assignsHuman() || notes || message.isPublicFrom(Role.AGENT);
    }

    private @Nullable Integer takePublic(ThreadRecord record) {
        Message message = record.message();
        publicMessages.add(message);
        if (message.isActivity()) {
            lastActivity = message;
        }
        return switch (message.role()) {
            case CUSTOMER -> takeCustomer(record);
            case AGENT, BOT -> {
                takeReply(record);
                yield null;
            }
            case SYSTEM -> null;
        };
    }

    /** Whether a human's message is the first response. */
    private boolean answersFirstTurn() {
        return !responded && !standing.isClosed() && spell == 1 && turns.hasTurn();
    }

    private @Nullable Integer takeCustomer(ThreadRecord record) {
        Message message = record.message();
        firstCustomerAt = firstCustomerAt == null ? Long.valueOf(message.sentAt()) : firstCustomerAt;
        return standing.isClosed() ? null : turns.customerWrites(message, record.acknowledgement());
    }

    private void takeReply(ThreadRecord record) {
        Message message = record.message();
        Turn answered = standing.isClosed() ? null : turns.replies(message);
        if (message.role() != Role.AGENT) {
            return;
        }
        if (answersFirstTurn()) {
            responded = true;
            assignedBeforeResponse = lastAssignedAt;
        }
        String agentId =
                Objects.requireNonNull(message.senderId(), "a human message has a sender; ingestion sees to it");
        Integer stint = stints.writes(message.sentAt(), agentId);
        long creditFrom = message.sentAt() - attentionCapMs;
        if (answered != null) {
            creditFrom = Math.max(creditFrom, answered.startedAt());
        }
        Long assignedAt = stints.assignedAt();
        if (stint != null && assignedAt != null) {
            creditFrom = Math.max(creditFrom, assignedAt);
        }
        humanMessages.add(new HumanMessage(agentId, message.sentAt(), record.place(), creditFrom, stint));
    }
}
