package dev.threadline.jobs.walk;

import dev.threadline.jobs.stint.Stint;
import dev.threadline.jobs.stint.StintWork;
import dev.threadline.jobs.thread.Message;
import dev.threadline.jobs.time.Span;
import dev.threadline.jobs.time.Spans;
import dev.threadline.jobs.turn.Turn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What went on inside the stints of a conversation: when it was live, and when its customer had the last word. */
final class StintActivity {

    private final List<Span> engaged;
    private final List<Span> pending;

    StintActivity(List<Message> publicMessages, List<Turn> turns, Duration engagementWindow, @Nullable Long openUntil) {
        this.engaged = engaged(publicMessages, engagementWindow.toMillis());
        this.pending = pending(turns, openUntil);
    }

    List<StintWork> of(List<Stint> stints) {
        List<StintWork> works = new ArrayList<>(stints.size());
        for (Stint stint : stints) {
            works.add(new StintWork(stint, Spans.within(stint.span(), engaged), Spans.within(stint.span(), pending)));
        }
        return works;
    }

    private static List<Span> engaged(List<Message> messages, long windowMs) {
        List<Span> spans = new ArrayList<>();
        for (int i = 1; i < messages.size(); i++) {
            Span between =
                    new Span(messages.get(i - 1).sentAt(), messages.get(i).sentAt());
            if (between.millis() <= windowMs) {
                spans.add(between);
            }
        }
        return Spans.union(spans);
    }

    private static List<Span> pending(List<Turn> turns, @Nullable Long openUntil) {
        List<Span> spans = new ArrayList<>();
        for (Turn turn : turns) {
            Long until = turn.waitedUntil(openUntil == null ? Long.valueOf(Long.MAX_VALUE) : openUntil);
            spans.add(new Span(turn.startedAt(), until == null ? turn.startedAt() : until));
        }
        return Spans.union(spans);
    }
}
