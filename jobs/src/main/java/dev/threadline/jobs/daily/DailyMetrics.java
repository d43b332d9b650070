package dev.threadline.jobs.daily;

import dev.threadline.jobs.conversation.Conversation;
import dev.threadline.jobs.conversation.Repeat;
import dev.threadline.jobs.rhythm.Mode;
import dev.threadline.jobs.time.Elapsed;
import dev.threadline.jobs.turn.Turn;
import dev.threadline.jobs.turn.TurnRow;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rolls conversations and turns up by day, channel, team and mode. */
public final class DailyMetrics implements Serializable {

    private static final long serialVersionUID = 1;

    private final ZoneId reportZone;
    private final Map<DayKey, DayTotals> days = new HashMap<>();

    /** What was added to before: most of what one conversation tells is of one day. */
    private @Nullable DayKey recentKey;

    private @Nullable DayTotals recent;

    public DailyMetrics(ZoneId reportZone) {
        this.reportZone = reportZone;
    }

    /** Counts a conversation on the days it started, was answered and was resolved. */
    public void add(Conversation conversation) {
        DayTotals started = day(conversation, conversation.lifecycle().startedAt());
        started.add(Count.STARTED, 1);
        Count outcome = Count.of(conversation.outcome());
        if (outcome != null) {
            started.add(outcome, 1);
        }
        started.add(Count.OUT_OF_HOURS, conversation.lifecycle().outOfHours() ? 1 : 0);
        started.add(Count.REOPENED, conversation.lifecycle().reopens() > 0 ? 1 : 0);
        started.add(Count.REPEATED_WITHIN_3D, isRepeat(conversation) ? 1 : 0);
        started.add(Count.MESSAGES, conversation.counts().messages());
        started.add(Count.CUSTOMER_TURNS, conversation.counts().customerTurns());
        started.add(Count.UNANSWERED_TURNS, conversation.counts().unansweredTurns());
        started.observe(Measure.HANDLE, conversation.effort().handle().wallMs());
        Elapsed wait = conversation.waits().customer();
        if (wait != null) {
            started.observe(Measure.CUSTOMER_WAIT, wait.wallMs());
        }
        addFirstResponse(conversation);
        addResolution(conversation);
    }

    /** Counts a reply to a turn of a conversation on the day it came. */
    public void add(Conversation conversation, TurnRow turn) {
        Turn.Reply answer = turn.turn().answer();
        if (answer != null && turn.reply() != null) {
            day(conversation, answer.at()).observe(Measure.REPLY, Measure.REPLY_BUSINESS, turn.reply());
        }
    }

    /** Adds what another part of the log came to. */
    public DailyMetrics plus(DailyMetrics other) {
        other.days.forEach((key, totals) -> days.merge(key, totals, DayTotals::plus));
        return this;
    }

    /** By how much this is more than what the same or another part of the log came to; days without a difference are left out. */
    public DailyMetrics less(DailyMetrics other) {
        recentKey = null;
        other.days.forEach((key, totals) ->
                days.computeIfAbsent(key, unseen -> new DayTotals()).subtract(totals));
        days.values().removeIf(DayTotals::isNothing);
        return this;
    }

    /** The same in pieces: what is of one date is in the piece of one number, whichever part of the log it comes from. */
    public List<DailyMetrics> slices(int count) {
        List<DailyMetrics> slices =
                Stream.generate(() -> new DailyMetrics(reportZone)).limit(count).toList();
        days.forEach((key, totals) -> slices.get((int) Math.floorMod(key.date().toEpochDay(), (long) count))
                .days
                .put(key, totals));
        return slices;
    }

    public Map<DayKey, DayTotals> days() {
        return days;
    }

    private void addFirstResponse(Conversation conversation) {
        Long at = conversation.responses().at();
        Elapsed first = conversation.responses().first();
        if (at != null && first != null) {
            day(conversation, at).observe(Measure.FIRST_RESPONSE, Measure.FIRST_RESPONSE_BUSINESS, first);
        }
    }

    private void addResolution(Conversation conversation) {
        Long at = conversation.resolvedAt();
        Elapsed resolution = conversation.resolution();
        if (at != null && resolution != null) {
            DayTotals resolved = day(conversation, at);
            resolved.add(Count.RESOLVED, 1);
            resolved.observe(Measure.RESOLUTION, Measure.RESOLUTION_BUSINESS, resolution);
        }
    }

    private static boolean isRepeat(Conversation conversation) {
        Long since = conversation.repeat().sinceEndOfPreviousMs();
        return since != null && since < Repeat.COMES_BACK_WITHIN.toMillis();
    }

    /** Called when it is written. */
    private Object writeReplace() {
        return PackedDays.of(reportZone, days);
    }

    private DayTotals day(Conversation conversation, long instant) {
        LocalDate date = LocalDate.ofInstant(Instant.ofEpochMilli(instant), reportZone);
        String mode = Mode.codeOf(conversation.rhythm().mode());
        DayKey key = new DayKey(date, conversation.channel(), conversation.team(), mode);
        DayTotals totals = recent;
        if (totals == null || !key.equals(recentKey)) {
            totals = days.computeIfAbsent(key, unseen -> new DayTotals());
            recent = totals;
            recentKey = key;
        }
        return totals;
    }
}
