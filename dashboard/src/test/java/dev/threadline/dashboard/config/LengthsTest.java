package dev.threadline.dashboard.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LengthsTest {

    @ParameterizedTest
    @CsvSource({"90s, PT90S", "1h 30m, PT90M", "2w, PT336H", "pt15m, PT15M", "36500d, PT876000H", "250ms, PT0.25S"})
    void aLengthIsReadAsTheJobsReadIt(String written, Duration length) {
        assertThat(Lengths.parse(written)).isEqualTo(length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "0s", "-1h", "P-1D", "1h1d", "soon", "36501d", "999999999w", "P300000000000D"})
    void whatIsNoneOrLongerThanACenturyIsRefused(String written) {
        assertThatThrownBy(() -> Lengths.parse(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + written + "'");
    }
}
