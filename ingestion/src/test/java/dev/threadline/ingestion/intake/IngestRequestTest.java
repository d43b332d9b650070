package dev.threadline.ingestion.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class IngestRequestTest {

    @Test
    void exactlyTheShareIsAllowedAndOneMoreIsNot() {
        for (int percent = 0; percent < 100; percent++) {
            IngestRequest request = request(percent / 100.0);
            assertThat(request.allows(percent, 100)).as("%d %%", percent).isTrue();
            assertThat(request.allows(percent + 1, 100)).as("%d %%", percent).isFalse();
        }
        assertThat(request(0).allows(0, 0)).isTrue();
        assertThat(request(0).allows(1, Long.MAX_VALUE)).isFalse();
        assertThat(request(1).allows(Long.MAX_VALUE, Long.MAX_VALUE)).isTrue();
        assertThat(request(0.005).allows(5, 1_000)).isTrue();
        assertThat(request(0.005).allows(6, 1_000)).isFalse();
    }

    private static IngestRequest request(double maxRejects) {
        return new IngestRequest(List.of("log"), "canonical", Instant.EPOCH, "run", false, maxRejects);
    }
}
