package dev.threadline.jobs.calendar;

import java.time.Instant;
import java.util.List;

/**
 * A calendar drawn up from schedules, page by page as far as it is asked. A question costs two binary searches within a
 * page, whatever the length of its range.
 */
final class ScheduledCalendar implements BusinessCalendar {

    private final List<Era> eras;
    private volatile Pages drawn = Pages.none();

    /** {@code schedules} come in rising order of precedence, see {@link Era#of}. */
    ScheduledCalendar(List<Schedule> schedules) {
        this.eras = Era.of(schedules);
    }

    @Override
    public long openMillis(long startInclusiveMs, long endExclusiveMs) {
        Pages pages = pagesOver(new Interval(startInclusiveMs, endExclusiveMs));
        return pages.openUntil(endExclusiveMs) - pages.openUntil(startInclusiveMs);
    }

    @Override
    public boolean isOpen(long instantMs) {
        return pagesOver(new Interval(instantMs, instantMs)).isOpen(instantMs);
    }

    private Pages pagesOver(Interval range) {
        Pages pages = drawn;
        return pages.cover(range) ? pages : drawTo(range);
    }

    private synchronized Pages drawTo(Interval range) {
        if (!Interval.ALL_TIME.contains(range)) {
            throw new IllegalArgumentException("business time is asked for " + Instant.ofEpochMilli(range.startMs())
                    + " to " + Instant.ofEpochMilli(range.endMs())
                    + ", but calendars know the years 1 to 9999; refuse such instants where they enter");
        }
        Pages extended = drawn.extendedTo(range, this::draw);
        drawn = extended;
        return extended;
    }

    private OpenIntervals draw(Interval page) {
        return OpenIntervals.unionOf(
                eras.stream().flatMap(era -> era.openWithin(page).stream()).toList());
    }
}
