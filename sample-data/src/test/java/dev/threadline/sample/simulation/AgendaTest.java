package dev.threadline.sample.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.sample.chance.Dice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgendaTest {

    private record Planned(long atMs, int number) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void actsHappenByTimeAndThenInTheOrderOfPlanning(long seed) {
        Dice dice = Dice.seeded(seed);
        Agenda agenda = new Agenda(0);
        List<Planned> planned = new ArrayList<>();
        List<Planned> happened = new ArrayList<>();
        for (int number = 0; number < 5_000; number++) {
            Planned act = new Planned(dice.below(1_000), number);
            planned.add(act);
            agenda.at(act.atMs(), () -> {
                assertThat(agenda.nowMs()).isEqualTo(act.atMs());
                happened.add(act);
            });
        }
        agenda.runUntil(1_000);
        planned.sort(Comparator.comparingLong(Planned::atMs).thenComparingInt(Planned::number));
        assertThat(happened).isEqualTo(planned);
    }

    @Test
    void theEndIsExclusive() {
        List<Long> happened = new ArrayList<>();
        Agenda agenda = new Agenda(0);
        agenda.at(9, () -> happened.add(agenda.nowMs()));
        agenda.at(10, () -> happened.add(agenda.nowMs()));
        agenda.runUntil(10);
        assertThat(happened).containsExactly(9L);
    }

    @Test
    void anActInThePastHappensAtOnce() {
        List<Long> happened = new ArrayList<>();
        Agenda agenda = new Agenda(0);
        agenda.at(5, () -> agenda.at(1, () -> happened.add(agenda.nowMs())));
        agenda.runUntil(6);
        assertThat(happened).containsExactly(5L);
    }
}
