package dev.threadline.dashboard.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SightTest {

    @Test
    void agentsWhoseIdsHaveOneHashDoNotShareATag() {
        assertThat("BB").hasSameHashCodeAs("Aa");
        assertThat(of("BB").tag()).isNotEqualTo(of("Aa").tag());
        assertThat(of("Aa").tag()).isEqualTo(of("Aa").tag());
    }

    private static Sight of(String agentId) {
        return new Sight("agent", Map.of("agent_id", agentId), column -> false);
    }
}
