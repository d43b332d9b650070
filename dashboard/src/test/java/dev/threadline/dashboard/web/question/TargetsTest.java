package dev.threadline.dashboard.web.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetsTest {

    private static final Targets TARGETS = new Targets(Map.of(
            "default", Map.of("webchat", Duration.ofMinutes(2), "default", Duration.ofMinutes(30)),
            "vip", Map.of("email", Duration.ofHours(1)),
            "night", Map.of("default", Duration.ofHours(8))));

    @ParameterizedTest
    @CsvSource({
        "webchat, billing, PT2M",
        "sms, billing, PT30M",
        "sms, '', PT30M",
        "email, vip, PT1H",
        "webchat, vip, PT2M",
        "webchat, night, PT8H",
    })
    void theTeamGoesBeforeAllOthersAndTheChannelBeforeAllOthersOfTheTeam(String channel, String team, Duration target) {
        assertThat(TARGETS.of(channel, team)).isEqualTo(target);
    }

    @Test
    void withoutAConfigurationItIsAnHour() {
        assertThat(Targets.STANDARDS.of("webchat", "vip")).isEqualTo(Duration.ofHours(1));
        assertThat(new Targets(Map.of("vip", Map.of())).of("sms", "vip")).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void aQueryGetsThemAsJsonWhateverTheNames() {
        assertThat(TARGETS.json(List.of(new Coverage.Queue("sms", "\"quoted\""))))
                .contains("\"team\":\"\\\"quoted\\\"\"")
                .contains("\"target_ms\":1800000");
    }
}
