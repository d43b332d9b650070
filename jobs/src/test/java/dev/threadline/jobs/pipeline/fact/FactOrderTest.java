package dev.threadline.jobs.pipeline.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactOrderTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 1_000_000_000_000L, Long.MAX_VALUE / 4, Long.MAX_VALUE})
    void theOrderIsThatOfTheFactsHoweverFarApartTheirInstantsAre(long range) {
        Random random = new Random(range);
        List<Fact> facts = Stream.generate(() -> fact(random.nextLong() % range, random.nextInt(3), random.nextInt(3)))
                .limit(2_000)
                .toList();
        List<Fact> expected = new ArrayList<>(facts);
        expected.sort(Fact.ORDER);
        assertThat(FactOrder.sorted(facts)).isEqualTo(expected);
    }

    @Test
    void oneFactIsInOrder() {
        assertThat(FactOrder.sorted(List.of(fact(5, 0, 0)))).containsExactly(fact(5, 0, 0));
    }

    private static Fact fact(long at, int thread, int place) {
        return new Fact(Fact.Owner.AGENT, "ann", at, "source", "t" + thread, place, Fact.Type.MESSAGE, at, null, false);
    }
}
