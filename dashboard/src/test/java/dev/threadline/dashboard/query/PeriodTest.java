package dev.threadline.dashboard.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void daysBeginAtMidnightInTheReportZone() {
        Period springForward = new Period(LocalDate.parse("2026-03-29"), LocalDate.parse("2026-03-30"), BERLIN);
        assertThat(springForward.fromInstant()).isEqualTo("2026-03-28T23:00:00Z");
        assertThat(springForward.untilInstant()).isEqualTo("2026-03-29T22:00:00Z");
    }

    @Test
    void thePeriodBeforeHasAsManyDays() {
        Period week = Period.endingWith(LocalDate.parse("2026-03-31"), 7, BERLIN);
        assertThat(week.previous())
                .isEqualTo(new Period(LocalDate.parse("2026-03-18"), LocalDate.parse("2026-03-25"), BERLIN));
    }

    @ParameterizedTest
    @CsvSource({"1, DAY", "100, DAY", "101, WEEK", "400, WEEK", "401, MONTH"})
    void longPeriodsAreCountedByLongerUnits(int days, Grain grain) {
        assertThat(Grain.of(Period.endingWith(LocalDate.parse("2026-03-31"), days, BERLIN)))
                .isEqualTo(grain);
    }

    @Test
    void aPeriodHasADay() {
        LocalDate day = LocalDate.parse("2026-03-31");
        assertThatThrownBy(() -> new Period(day, day, BERLIN)).isInstanceOf(IllegalArgumentException.class);
    }
}
