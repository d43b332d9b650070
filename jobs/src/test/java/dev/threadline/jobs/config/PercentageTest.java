package dev.threadline.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class PercentageTest {

    @Test
    void oneShareHasOneForm() {
        assertThat(new Percentage(new BigDecimal("5.00"))).isEqualTo(new Percentage(BigDecimal.valueOf(5)));
        assertThat(new Percentage(new BigDecimal("100.0"))).hasToString("100%");
    }
}
