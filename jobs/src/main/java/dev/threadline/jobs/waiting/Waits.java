package dev.threadline.jobs.waiting;

import dev.threadline.jobs.calendar.BusinessCalendar;
import dev.threadline.jobs.time.Elapsed;
import dev.threadline.jobs.time.Span;
import dev.threadline.jobs.time.Spans;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long the customer of one conversation waited, cut by who owned it meanwhile; the three parts add up to the whole.
 * All four are {@code null} where no wait was observed.
 */
public record Waits(
        @Nullable Elapsed customer,
        @Nullable Elapsed queue,
        @Nullable Elapsed agent,
        @Nullable Elapsed bot) implements Serializable {

    public static final Waits UNOBSERVED = new Waits(null, null, null, null);

    /**
     * Measures the union of the waits.
     *
     * @param waits observed waits, in any order; they may overlap
     * @param humanOwned when a human owned the conversation, disjoint and sorted
     * @param botOwned from the bot's first message to the handoff; a human's ownership goes before it
     */
    public static Waits measure(
            List<Span> waits, List<Span> humanOwned, List<Span> botOwned, BusinessCalendar calendar) {
        if (waits.isEmpty()) {
            return UNOBSERVED;
        }
        List<Span> all = Spans.union(waits);
        List<Span> withoutHuman = Spans.difference(all, humanOwned);
        return new Waits(
                Elapsed.of(all, calendar),
                Elapsed.of(Spans.difference(withoutHuman, botOwned), calendar),
                Elapsed.of(Spans.intersection(all, humanOwned), calendar),
                Elapsed.of(Spans.intersection(withoutHuman, botOwned), calendar));
    }
}
