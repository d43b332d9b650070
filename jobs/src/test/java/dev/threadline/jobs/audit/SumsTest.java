package dev.threadline.jobs.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SumsTest {

    private static final Sums TURNS = new Sums("turns", 5, 5);
    private static final Sums WAITS = new Sums("waits", 0, 2);

    @Test
    void aLawIsComparedWithItselfInWhateverOrderTheyCome() {
        List<Sums> went = List.of(new Sums("waits", 0, 1), new Sums("turns", 3, 4));

        assertThat(Sums.changed(List.of(TURNS, WAITS), went).stream().map(Sums::finding))
                .containsExactly(new Audit.Finding("turns", 1, 1), new Audit.Finding("waits", 1, 1));
    }

    @Test
    void otherLawsAreADefect() {
        for (List<Sums> went : List.of(List.of(TURNS), List.of(TURNS, new Sums("other", 0, 0)))) {
            assertThatThrownBy(() -> Sums.changed(List.of(TURNS, WAITS), went))
                    .isInstanceOf(IllegalStateException.class);
        }
    }
}
