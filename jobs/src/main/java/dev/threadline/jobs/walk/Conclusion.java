package dev.threadline.jobs.walk;

import dev.threadline.jobs.boundary.Verdict;
import dev.threadline.jobs.calendar.BusinessCalendar;
import dev.threadline.jobs.config.ChannelRules;
import dev.threadline.jobs.conversation.Closing;
import dev.threadline.jobs.conversation.ConversationDraft;
import dev.threadline.jobs.conversation.Counts;
import dev.threadline.jobs.conversation.Lifecycle;
import dev.threadline.jobs.conversation.OutcomeFacts;
import dev.threadline.jobs.conversation.Ownership;
import dev.threadline.jobs.conversation.Repeat;
import dev.threadline.jobs.rhythm.Rhythm;
import dev.threadline.jobs.stint.Stint;
import dev.threadline.jobs.thread.Event;
import dev.threadline.jobs.thread.Kind;
import dev.threadline.jobs.thread.Message;
import dev.threadline.jobs.thread.Role;
import dev.threadline.jobs.time.Elapsed;
import dev.threadline.jobs.time.Span;
import dev.threadline.jobs.time.Spans;
import dev.threadline.jobs.turn.Turn;
import dev.threadline.jobs.waiting.Responses;
import dev.threadline.jobs.waiting.Waits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a conversation comes to, once all its records were taken and how it ended was decided. */
final class Conclusion {

    private final ConversationWalk walk;
    private final Verdict verdict;
    private final Definitions definitions;
    private final long asOf;

    private final Message start;
    private final @Nullable String team;
    private final BusinessCalendar calendar;
    private final List<Turn> turns;
    private final long startedAt;
    private final long endedAt;
    private final @Nullable Long closedAt;
    /** As-of while the conversation is open. */
    private final @Nullable Long openUntil;

    Conclusion(ConversationWalk walk, Verdict verdict, Definitions definitions, long asOf) {
        this.walk = walk;
        this.verdict = verdict;
        this.definitions = definitions;
        this.asOf = asOf;
        this.start = Objects.requireNonNull(walk.start, "a conversation has an activity, which is public");
        this.team = walk.records.stream()
                .map(Message::team)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        this.calendar = definitions.calendar(team, walk.firstActivity.channel());
        this.turns = walk.turns.turns();
        this.startedAt = start.sentAt();
        this.endedAt = walk.publicMessages.get(walk.publicMessages.size() - 1).sentAt();
        this.closedAt = walk.standing.isClosed() ? Long.valueOf(walk.standing.closedAt()) : null;
        this.openUntil = verdict.boundary() ? null : Long.valueOf(asOf);
    }

    WalkedConversation conversation() {
        List<Stint> stints = walk.stints.stints(startedAt, endedAt, openUntil);
        List<Span> waits = waits(openUntil);
        // What is open at as-of is so at that very instant, which a half-open span up to it leaves out.
        Long heldUntil = openUntil == null ? null : Long.valueOf(openUntil + 1);
        Long resolvedAt = resolvedAt();
        ConversationDraft draft = new ConversationDraft(
                walk.key,
                walk.firstActivity.channel(),
                team,
                walk.firstActivity.customerId(),
                lifecycle(),
                outcomeFacts(),
                Counts.of(walk.publicMessages, turns),
                ownership(),
                Responses.of(turns, walk.handoff.handoffAt(), assignedBeforeResponse(), calendar),
                Waits.measure(waits, humanOwned(stints), botOwned(), calendar),
                resolvedAt,
                Elapsed.observed(walk.firstCustomerAt, resolvedAt, calendar),
                Closing.of(walk.firstCustomerAt, walk.firstCloseAt, closedAt, walk.spells(endedAt), calendar),
                Rhythm.of(walk.publicMessages, definitions.syncSwitch(), definitions.episodeGap()));
        return new WalkedConversation(
                draft,
                walk.firstActivityPlace,
                turns,
                new StintActivity(walk.publicMessages, turns, engagementWindow(), openUntil).of(stints),
                List.copyOf(walk.humanMessages),
                walk.spells(heldUntil == null ? endedAt : heldUntil),
                Spans.union(waits(heldUntil)));
    }

    private Duration engagementWindow() {
        return definitions.rules(walk.firstActivity.channel()).engagementWindow();
    }

    private Lifecycle lifecycle() {
        return new Lifecycle(
                startedAt,
                endedAt,
                closedAt,
                verdict.reason(),
                verdict.confidence(),
                verdict.explanation(),
                isProvisional(),
                !calendar.isOpen(startedAt),
                start.kind() == Kind.CAMPAIGN
                        ? Kind.CAMPAIGN.code()
                        : start.role().code(),
                walk.spell,
                walk.reopens);
    }

    private boolean isProvisional() {
        ChannelRules rules = definitions.rules(walk.lastActivity.channel());
        boolean reopenable =
                closedAt != null && asOf < closedAt + rules.reopenWindow().toMillis();
        return openUntil != null || reopenable || asOf < endedAt + Repeat.COMES_BACK_WITHIN.toMillis();
    }

    private OutcomeFacts outcomeFacts() {
        boolean human = walk.humanInvolved || walk.handoff.handoffAt() != null;
        return new OutcomeFacts(
                openUntil != null,
                closedAt != null && walk.lastClose != null && walk.lastClose.is(Event.MERGED),
                walk.firstCustomerAt != null,
                !human && walk.handoff.firstBotAt != null,
                !turns.isEmpty() && !turns.get(turns.size() - 1).isAnswered(),
                walk.handoff.botAskedLast);
    }

    private Ownership ownership() {
        boolean escalated = walk.handoff.handoffAt() != null && walk.handoff.humanCame();
        return new Ownership(walk.stints.transfers(), walk.stints.returnsToQueue(), escalated ? 1 : 0);
    }

    private @Nullable Long assignedBeforeResponse() {
        Long assignedAt = walk.assignedBeforeResponse;
        return assignedAt == null || walk.firstCustomerAt == null
                ? null
                : Long.valueOf(Math.max(assignedAt, walk.firstCustomerAt));
    }

    private @Nullable Long resolvedAt() {
        Message close = walk.lastClose;
        if (closedAt != null && close != null && close.role() == Role.AGENT) {
            return closedAt;
        }
        Long lastReplyAt = null;
        for (Message message : walk.publicMessages) {
            lastReplyAt = message.isReply() ? Long.valueOf(message.sentAt()) : lastReplyAt;
        }
        return lastReplyAt;
    }

    /** The observed waits; one that goes on lasts to {@code openUntil}. */
    private List<Span> waits(@Nullable Long openUntil) {
        List<Span> waits = new ArrayList<>();
        for (Turn turn : turns) {
            Long until = turn.waitedUntil(openUntil);
            if (until != null) {
                waits.add(new Span(turn.startedAt(), until));
            }
        }
        HandoffWatch handoff = walk.handoff;
        Long until = handoff.humanOrCloseAt == null ? openUntil : handoff.humanOrCloseAt;
        Long handoffAt = handoff.handoffAt();
        if (handoff.customerWaits && handoffAt != null && until != null) {
            waits.add(new Span(handoffAt, until));
        }
        return waits;
    }

    private static List<Span> humanOwned(List<Stint> stints) {
        return Spans.union(stints.stream().map(Stint::owned).toList());
    }

    private List<Span> botOwned() {
        HandoffWatch handoff = walk.handoff;
        if (handoff.firstBotAt == null) {
            return List.of();
        }
        Long handoffAt = handoff.handoffAt();
        return List.of(new Span(handoff.firstBotAt, handoffAt == null ? Long.MAX_VALUE : handoffAt));
    }
}
