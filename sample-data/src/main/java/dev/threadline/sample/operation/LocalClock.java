package dev.threadline.sample.operation;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/** Local time in one zone, quick for instants that lie close to each other. */
public final class LocalClock {

    private static final long DAY_MS = 86_400_000;

    private final ZoneRules rules;
    private long offsetMs;
    private long validFromMs = Long.MAX_VALUE;
    private long validUntilMs = Long.MIN_VALUE;

    /** The clock on the wall in this zone. */
    public LocalClock(ZoneId zone) {
        this.rules = zone.getRules();
    }

    /** The local date and time of an instant, as milliseconds since 1970-01-01T00:00 of the same zone. */
    public long localMs(long instantMs) {
        if (instantMs < validFromMs || instantMs >= validUntilMs) {
            lookUp(instantMs);
        }
        return instantMs + offsetMs;
    }

    /** The local date of an instant, as days since 1970-01-01. */
    public long localDay(long instantMs) {
        return Math.floorDiv(localMs(instantMs), DAY_MS);
    }

    /** The local time of day of an instant, in milliseconds since midnight. */
    public long timeOfDayMs(long instantMs) {
        return Math.floorMod(localMs(instantMs), DAY_MS);
    }

    /** The instant of a local date and time of day; within an hour of a change of offset it may be the neighbouring one. */
    public long instantMs(long localDay, long timeOfDayMs) {
        long localMs = localDay * DAY_MS + timeOfDayMs;
        long nearMs = localMs - offsetAtMs(localMs);
        return localMs - offsetAtMs(nearMs);
    }

    private long offsetAtMs(long instantMs) {
        return localMs(instantMs) - instantMs;
    }

    private void lookUp(long instantMs) {
        Instant instant = Instant.ofEpochMilli(instantMs);
        offsetMs = rules.getOffset(instant).getTotalSeconds() * 1000L;
        ZoneOffsetTransition before = rules.previousTransition(instant.plusMillis(1));
        ZoneOffsetTransition after = rules.nextTransition(instant);
        validFromMs = before == null ? Long.MIN_VALUE : before.toEpochSecond() * 1000L;
        validUntilMs = after == null ? Long.MAX_VALUE : after.toEpochSecond() * 1000L;
    }
}
