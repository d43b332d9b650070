package dev.threadline.ingestion.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MicrosTest {

    @Test
    void aMicrosecondIsInTheMillisecondThatBeganBeforeIt() {
        assertThat(Micros.toMillis(1_999)).isEqualTo(1);
        assertThat(Micros.toMillis(-1)).isEqualTo(-1);
        assertThat(Micros.toMillis(-1_001)).isEqualTo(-2);
        assertThat(Micros.toMillis(Micros.ofMillis(-7))).isEqualTo(-7);
    }

    @Test
    void whatDoesNotFitIsNotCutOff() {
        assertThatThrownBy(() -> Micros.ofMillis(Long.MAX_VALUE / 10)).isInstanceOf(ArithmeticException.class);
    }
}
