package dev.threadline.dashboard.query;

import java.time.Instant;
import java.util.Optional;

/** Which earlier time a question is compared with. */
public enum Comparison {
    /** As many days directly before; an instant with the same local hour a week before. */
    PREVIOUS(7),
    /** The same days, or the same hour, of 52 weeks before: weekdays meet weekdays. */
    YEAR(364),
    NONE(0);

    private final int days;

    Comparison(int days) {
        this.days = days;
    }

    /** The period to compare with, where there is to be one. */
    public Optional<Period> of(Period period) {
        return switch (this) {
            case PREVIOUS -> Optional.of(period.previous());
            case YEAR -> Optional.of(period.daysBefore(days));
            case NONE -> Optional.empty();
        };
    }

    /** The instant that is compared with another, in the zone of the period. */
    public Instant of(Instant at, Period period) {
        return at.atZone(period.zone()).minusDays(days).toInstant();
    }
}
