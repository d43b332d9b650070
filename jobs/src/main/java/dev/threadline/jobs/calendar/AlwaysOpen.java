package dev.threadline.jobs.calendar;

/** Business time is wall time. */
enum AlwaysOpen implements BusinessCalendar {
    INSTANCE;

    @Override
    public long openMillis(long startInclusiveMs, long endExclusiveMs) {
        return new Interval(startInclusiveMs, endExclusiveMs).lengthMs();
    }

    @Override
    public boolean isOpen(long instantMs) {
        return true;
    }
}
