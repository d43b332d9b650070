package dev.threadline.jobs.conversation;

import dev.threadline.jobs.calendar.BusinessCalendar;
import dev.threadline.jobs.time.Elapsed;
import dev.threadline.jobs.time.Span;
import dev.threadline.jobs.time.Spans;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long a conversation took by its explicit closes; all {@code null} without one.
 *
 * @param first from the first customer message to the first close
 * @param last from the first customer message to the close that no reopening followed
 * @param netOpen the sum of the spells
 */
public record Closing(
        @Nullable Elapsed first,
        @Nullable Elapsed last,
        @Nullable Elapsed netOpen) implements Serializable {

    public static final Closing NONE = new Closing(null, null, null);

    public static Closing of(
            @Nullable Long firstCustomerAt,
            @Nullable Long firstCloseAt,
            @Nullable Long closedAt,
            List<Span> spells,
            BusinessCalendar calendar) {
        if (firstCloseAt == null) {
            return NONE;
        }
        return new Closing(
                Elapsed.observed(firstCustomerAt, firstCloseAt, calendar),
                Elapsed.observed(firstCustomerAt, closedAt, calendar),
                Elapsed.of(Spans.union(spells), calendar));
    }
}
