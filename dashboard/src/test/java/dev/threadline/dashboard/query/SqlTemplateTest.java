package dev.threadline.dashboard.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SqlTemplateTest {

    private static final Period MARCH =
            new Period(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-04-01"), ZoneOffset.UTC);

    @Test
    void whatAReaderSendsIsBoundAndNeverPartOfTheText() {
        String hostile = "sms') OR 1 = 1; DROP VIEW conversations; --";
        BoundSql sql = outcomes(Map.of(Filter.CHANNEL, List.of("email", hostile)));
        assertThat(sql.text()).contains("coalesce(channel, '') IN (?, ?)").doesNotContain("DROP");
        assertThat(sql.values()).containsSubsequence("email", hostile);
    }

    @Test
    void aFilterThatIsNotSetIsNoCondition() {
        assertThat(outcomes(Map.of(Filter.TEAM, List.of())).text())
                .contains("AND true")
                .doesNotContain("team");
    }

    @Test
    void everyPlaceholderHasItsValueInOrder() {
        BoundSql sql = outcomes(Map.of(Filter.MODE, List.of("sync")));
        assertThat(sql.values()).containsExactly(MARCH.fromInstant(), MARCH.untilInstant(), "sync");
        assertThat(sql.text().chars().filter(c -> c == '?')).hasSize(3);
    }

    @Test
    void aPlaceForWhichNothingIsGivenIsAMistakeOfOurs() {
        SqlTemplate list = SqlTemplate.of("conversations");
        Filters asked = new Filters(MARCH, Clock.WALL, Map.of());
        assertThatThrownBy(() -> list.bind(asked, Map.of(), Map.of())).hasMessageContaining("{sort_key}");
    }

    @Test
    void aQueryNamesTheFiltersThatItHonours() {
        assertThat(SqlTemplate.of("concurrency").filters()).containsExactlyInAnyOrder(Filter.TEAM, Filter.AGENT);
    }

    private static BoundSql outcomes(Map<Filter, List<String>> values) {
        return SqlTemplate.of("outcomes").bind(new Filters(MARCH, Clock.WALL, values), Map.of(), Map.of());
    }
}
