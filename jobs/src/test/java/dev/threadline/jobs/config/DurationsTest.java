package dev.threadline.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.jobs.yaml.BadValue;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({
        "30s, PT30S", "5m, PT5M", "24h, PT24H", "14d, PT336H", "2w, PT336H", "1h30m, PT1H30M", "1h 30m, PT1H30M",
        "250ms, PT0.25S", "1m500ms, PT1M0.5S", "10M, PT10M", "PT5M, PT5M", "P1DT2H, PT26H", "pt1.5s, PT1.5S", "0s, PT0S"
    })
    void aLengthOfTimeIsReadInEitherNotation(String text, String iso) throws BadValue {
        assertThat(Durations.parse(text)).isEqualTo(Duration.parse(iso));
    }

    @Test
    void whatIsWrittenReadsBack() throws BadValue {
        Random random = new Random(1);
        for (int i = 0; i < 1_000; i++) {
            Duration duration = Duration.ofMillis(random.nextLong(1L << (1 + random.nextInt(40))));
            assertThat(Durations.parse(Durations.format(duration))).isEqualTo(duration);
        }
    }
}
