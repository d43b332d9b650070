package dev.threadline.sample.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpeningHoursTest {

    private static final List<Team> TEAMS = Team.all(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-04-30"));

    @ParameterizedTest
    @CsvSource({
        "orders-eu, 2026-03-16T07:59:59Z, false, before eight in Dublin",
        "orders-eu, 2026-03-16T08:00:00Z, true, from eight on",
        "orders-eu, 2026-03-16T20:00:00Z, false, the end is exclusive",
        "orders-eu, 2026-03-30T07:00:00Z, true, eight in summer time",
        "orders-eu, 2026-03-17T10:00:00Z, false, a holiday",
        "orders-us, 2026-03-17T14:00:00Z, true, not there",
        "orders-us, 2026-03-06T12:59:59Z, false, winter time in New York",
        "orders-us, 2026-03-09T12:00:00Z, true, summer time in New York",
        "orders-us, 2026-03-16T00:59:59Z, false, Sunday evening there",
        "billing-eu, 2026-03-21T12:00:00Z, false, a Saturday",
    })
    void aTeamIsOpenByItsOwnClock(String name, Instant instant, boolean open, String because) {
        Team team = TEAMS.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        assertThat(team.openingHours().isOpen(instant.toEpochMilli()))
                .as(because)
                .isEqualTo(open);
    }
}
