package dev.threadline.jobs.daily;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code daily_metrics}.
 *
 * @param date in the report zone
 * @param mode of the conversations, none for those without a switch of speaker
 */
public record DayKey(
        LocalDate date,
        String channel,
        @Nullable String team,
        @Nullable String mode) implements Serializable {

    /** Spreads neighbouring days; the odd constant is 2^32 divided by the golden ratio. */
    private static final int SPREAD = 0x9E3779B9;

    /** Apart from a record's own, where days of different months fall together by the thousand. */
    @Override
    public int hashCode() {
        return (int) date.toEpochDay() * SPREAD + Objects.hash(channel, team, mode);
    }
}
