package dev.threadline.jobs.daily;

import java.io.Serializable;
import java.time.LocalDate;
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
        @Nullable String mode) implements Serializable {}
