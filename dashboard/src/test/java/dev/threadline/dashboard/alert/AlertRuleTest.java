package dev.threadline.dashboard.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadline.dashboard.fixture.Configured;
import dev.threadline.dashboard.query.Clock;
import dev.threadline.dashboard.query.Filter;
import dev.threadline.dashboard.query.SqlFile;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertRuleTest {

    @Test
    void aRuleSaysWhatWhenAndOfWhom() {
        AlertSettings settings = Configured.alerts("""
                alerts:
                  - name: Customers wait
                    metric: first-response-p90
                    filter: { channel: [sms, whatsapp], team: billing }
                    clock: business
                    over: 4h
                    least-n: 20
                    above: 1h30m
                  - { name: Quiet, metric: started, change: -30% }
                webhook: { url: "https://hooks.example/1", token: secret }
                alert-state: /var/lib/threadline/alerts.json
                """);
        assertThat(settings.rules())
                .containsExactly(
                        new AlertRule(
                                "Customers wait",
                                AlertMetric.FIRST_RESPONSE_P90,
                                Map.of(Filter.CHANNEL, List.of("sms", "whatsapp"), Filter.TEAM, List.of("billing")),
                                Clock.BUSINESS,
                                Duration.ofHours(4),
                                20,
                                new Condition.Above(5_400_000)),
                        new AlertRule(
                                "Quiet",
                                AlertMetric.STARTED,
                                Map.of(),
                                Clock.WALL,
                                Duration.ofHours(24),
                                0,
                                new Condition.Change(-30)));
        assertThat(settings.webhook()).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ name: x, above: 1 } | alerts[1]: metric is missing",
                "{ name: x, metric: started } | alerts[1]: write one of above, below and change",
                "{ name: x, metric: started, above: 1, below: 2 } | alerts[1]: write one of above, below and change",
                "{ name: x, metric: started, above: 5m } | alerts[1].above: '5m' is no number; write 200 or 2.5",
                "{ name: x, metric: reply-p90, above: 5 } | alerts[1].above: '5' is no length of time; write one like 90s",
                "{ name: x, metric: unanswered-share, above: 5 } | alerts[1].above: '5' is no percentage; write 20%",
                "{ name: x, metric: started, change: 0% } | alerts[1].change: '0%' can never be told",
                "{ name: x, metric: started, change: -100% } | alerts[1].change: '-100%' can never be told",
                "{ name: x, metric: wating, above: 1 } | alerts[1].metric: 'wating' is no metric that alerts watch; those are started",
                "{ name: x, metric: started, above: 1, filter: { chanel: sms } } | alerts[1].filter.chanel: unknown; did you mean channel?",
                "{ name: x, metric: backlog, above: 1, filter: { mode: sync } } | alerts[1]: backlog cannot be narrowed by mode",
                "{ name: x, metric: started, above: 1, over: 0h } | alerts[1].over: '0h' is no length of time",
            })
    void aMistakeIsToldWithItsPlaceAndItsCure(String rule, String problem) {
        assertThatThrownBy(() -> Configured.alerts("alerts: [%s]".formatted(rule)))
                .hasMessageContaining(problem);
    }

    @Test
    void namesAreUniqueAndTheWebhookIsAnAddress() {
        assertThatThrownBy(() -> Configured.alerts(
                        "alerts: [{ name: x, metric: started, above: 1 }, { name: x, metric: resolved, above: 1 }]"))
                .hasMessageContaining("alerts[2]: there is another alert of this name");
        assertThatThrownBy(() -> Configured.alerts("webhook: { url: hooks }"))
                .hasMessageContaining("webhook.url: 'hooks' is no address; write https://...");
    }

    @Test
    void everyMetricIsARowOfTheQuery() {
        String query = SqlFile.text("alert-values");
        assertThat(Arrays.stream(AlertMetric.values()).map(AlertMetric::word))
                .allMatch(word -> query.contains("'" + word + "'"));
    }

    @Test
    void aLimitItselfIsNoAlert() {
        assertThat(new Condition.Above(10).holds(10, OptionalDouble.empty())).isFalse();
        assertThat(new Condition.Above(10).holds(10.1, OptionalDouble.empty())).isTrue();
        assertThat(new Condition.Below(10).holds(10, OptionalDouble.empty())).isFalse();
        assertThat(new Condition.Below(10).holds(9.9, OptionalDouble.empty())).isTrue();
        assertThat(new Condition.Change(50).holds(150, OptionalDouble.of(100))).isFalse();
        assertThat(new Condition.Change(50).holds(151, OptionalDouble.of(100))).isTrue();
        assertThat(new Condition.Change(-30).holds(70, OptionalDouble.of(100))).isFalse();
        assertThat(new Condition.Change(-30).holds(69, OptionalDouble.of(100))).isTrue();
        assertThat(new Condition.Change(50).holds(151, OptionalDouble.empty())).isFalse();
    }
}
