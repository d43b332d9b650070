package dev.threadline.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class PercentageTest {

    @Test
    void exactlyTheShareIsNotAboveIt() {
        Percentage seven = new Percentage(new BigDecimal("7.0"));
        assertThat(seven.isExceededBy(7, 100)).isFalse();
        assertThat(seven.isExceededBy(8, 100)).isTrue();
        assertThat(seven.isExceededBy(0, 0)).isFalse();
        assertThat(new Percentage(BigDecimal.ZERO).isExceededBy(1, Long.MAX_VALUE))
                .isTrue();
        assertThat(new Percentage(BigDecimal.valueOf(100)).isExceededBy(Long.MAX_VALUE, Long.MAX_VALUE))
                .isFalse();
    }

    @Test
    void oneShareHasOneForm() {
        assertThat(new Percentage(new BigDecimal("5.00"))).isEqualTo(new Percentage(BigDecimal.valueOf(5)));
        assertThat(new Percentage(new BigDecimal("100.0"))).hasToString("100%");
    }
}
