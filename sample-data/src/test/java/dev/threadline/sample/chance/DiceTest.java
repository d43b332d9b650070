package dev.threadline.sample.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DiceTest {

    private static final int DRAWS = 100_000;

    @Test
    void theStreamOfASeedNeverChanges() {
        Dice dice = Dice.seeded(1);
        assertThat(IntStream.range(0, 3).mapToLong(draw -> dice.bits()))
                .containsExactly(-4_616_330_145_664_149_646L, 6_869_446_166_584_666_695L, 8_084_911_050_856_847_527L);
        assertThat(Dice.of(1, 7).lognormal(100, 1)).isEqualTo(Dice.of(1, 7).lognormal(100, 1));
    }

    @Test
    void numbersOfOneSeedHaveStreamsOfTheirOwn() {
        assertThat(IntStream.range(0, 1000)
                        .mapToLong(number -> Dice.of(1, number).bits()))
                .doesNotHaveDuplicates();
    }

    @Test
    void halfOfALognormalLiesBelowItsMedian() {
        Dice dice = Dice.seeded(3);
        long below = IntStream.range(0, DRAWS)
                .filter(draw -> dice.lognormal(50, 1.5) < 50)
                .count();
        // Five standard deviations of a fair coin.
        assertThat((double) below / DRAWS).isCloseTo(0.5, within(2.5 / Math.sqrt(DRAWS)));
    }

    @Test
    void weightsDecideHowOftenAnIndexIsDrawn() {
        Dice dice = Dice.seeded(4);
        double[] weights = {1, 0, 3};
        long[] counts = new long[3];
        IntStream.range(0, DRAWS).forEach(draw -> counts[dice.weighted(weights)]++);
        assertThat(counts[1]).isZero();
        assertThat((double) counts[2] / DRAWS).isCloseTo(0.75, within(0.01));
    }

    @Test
    void boundsAreHalfOpen() {
        Dice dice = Dice.seeded(5);
        assertThat(IntStream.range(0, 1000).map(draw -> dice.below(3))).containsOnly(0, 1, 2);
        assertThat(IntStream.range(0, 1000).mapToLong(draw -> dice.between(-1, 1)))
                .containsOnly(-1L, 0L);
        assertThat(IntStream.range(0, 1000).mapToDouble(draw -> dice.unit())).allMatch(unit -> unit >= 0 && unit < 1);
    }
}
