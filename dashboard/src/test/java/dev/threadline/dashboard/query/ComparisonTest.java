package dev.threadline.dashboard.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final Period WEEK = Period.endingWith(LocalDate.parse("2026-03-31"), 7, ZoneId.of("Europe/Berlin"));

    @Test
    void theDaysBeforeAreAsMany() {
        assertThat(Comparison.PREVIOUS.of(WEEK)).hasValue(WEEK.previous());
    }

    @Test
    void aYearBeforeWeekdaysMeetWeekdays() {
        Period before = Comparison.YEAR.of(WEEK).orElseThrow();
        assertThat(before.from()).isEqualTo("2025-03-26");
        assertThat(before.from().getDayOfWeek()).isEqualTo(WEEK.from().getDayOfWeek());
    }

    @Test
    void whoWantsNoComparisonGetsNone() {
        assertThat(Comparison.NONE.of(WEEK)).isEmpty();
    }

    @Test
    void anHourIsComparedWithTheSameLocalHourAcrossAChangeOfClocks() {
        assertThat(Comparison.PREVIOUS.of(Instant.parse("2026-03-31T10:00:00Z"), WEEK))
                .isEqualTo("2026-03-24T11:00:00Z");
    }
}
