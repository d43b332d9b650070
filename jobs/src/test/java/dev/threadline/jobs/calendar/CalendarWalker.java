package dev.threadline.jobs.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Business time the slow way: it steps minute by minute, asks a zone for nothing but the local time of an instant, and
 * finds skipped and repeated local times by what it sees on its way.
 */
final class CalendarWalker {

    private static final long MINUTE_MS = Duration.ofMinutes(1).toMillis();
    /** Windows of dates this far outside are still looked at. */
    private static final int MARGIN_DAYS = 3;

    private final long firstMs;
    private final boolean[] open;

    /** Schedules in rising order of precedence; before the first of them all is open. */
    CalendarWalker(List<Schedule> schedules, Instant startInclusive, Instant endExclusive) {
        Instant first = startInclusive.minus(MARGIN_DAYS, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MINUTES);
        Instant last = endExclusive.plus(MARGIN_DAYS, ChronoUnit.DAYS);
        firstMs = first.toEpochMilli();
        open = new boolean[(int) Duration.between(first, last).toMinutes()];
        Arrays.fill(open, true);
        schedules.forEach(this::walk);
    }

    long openMillis(long startInclusiveMs, long endExclusiveMs) {
        long sum = 0;
        for (int minute = minuteOf(startInclusiveMs); minute <= minuteOf(endExclusiveMs); minute++) {
            long from = Math.max(startInclusiveMs, firstMs + minute * MINUTE_MS);
            long to = Math.min(endExclusiveMs, firstMs + (minute + 1) * MINUTE_MS);
            sum += open[minute] ? to - from : 0;
        }
        return sum;
    }

    boolean isOpen(long instantMs) {
        return open[minuteOf(instantMs)];
    }

    private int minuteOf(long instantMs) {
        return (int) ((instantMs - firstMs) / MINUTE_MS);
    }

    private void walk(Schedule schedule) {
        Map<LocalDateTime, Integer> minutes = new HashMap<>();
        Map<LocalDateTime, LocalDateTime> skipped = new HashMap<>();
        int begin = schedule.from() == null ? 0 : open.length;
        LocalDateTime before = local(schedule, 0).minusMinutes(1);
        for (int minute = 0; minute < open.length; minute++) {
            LocalDateTime now = local(schedule, minute);
            minutes.putIfAbsent(now, minute);
            if (begin == open.length && !now.toLocalDate().isBefore(schedule.from())) {
                begin = minute;
            }
            Duration gap = Duration.between(before.plusMinutes(1), now);
            for (LocalDateTime lost = before.plusMinutes(1); lost.isBefore(now); lost = lost.plusMinutes(1)) {
                skipped.put(lost, lost.plus(gap));
            }
            before = now;
        }
        Arrays.fill(open, begin, open.length, false);
        LocalDate lastDate = before.toLocalDate().minusDays(1);
        for (LocalDate date = local(schedule, 0).toLocalDate().plusDays(1);
                date.isBefore(lastDate);
                date = date.plusDays(1)) {
            if (!schedule.holidays().contains(date)) {
                for (Window window : schedule.hours().on(date.getDayOfWeek())) {
                    int from = minute(window.startOn(date), minutes, skipped);
                    int to = minute(window.endOn(date), minutes, skipped);
                    for (int minute = Math.max(begin, from); minute < to; minute++) {
                        open[minute] = true;
                    }
                }
            }
        }
    }

    private static int minute(
            LocalDateTime local, Map<LocalDateTime, Integer> minutes, Map<LocalDateTime, LocalDateTime> skipped) {
        @Nullable Integer minute = minutes.get(skipped.getOrDefault(local, local));
        if (minute == null) {
            throw new IllegalStateException("the walker never came past " + local);
        }
        return minute;
    }

    private LocalDateTime local(Schedule schedule, int minute) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(firstMs + minute * MINUTE_MS), schedule.zone());
    }
}
