package dev.threadline.jobs.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which lengths of silence the rhythm of replies takes for boundaries more than the model did. */
class RhythmShiftTest {

    private static final int LENGTHS = Rhythm.BUCKETS.size() - Rhythm.SHORT;

    @Test
    void whatAllLengthsHaveInCommonMovesNothingUpwards() {
        assertThat(moves(0.1, repeated(150)))
                .allSatisfy(move -> assertThat(move).isBetween(-0.01, 0.01));
    }

    @Test
    void aLengthAtWhichFewRepliesComeIsMovedUpAgainstTheOthers() {
        int[] replies = repeated(250);
        replies[LENGTHS - 1] = 0;

        List<Double> moves = moves(0.1, replies);

        assertThat(moves.get(LENGTHS - 1)).isGreaterThan(0.1);
        assertThat(moves.get(0)).isLessThan(0);
    }

    @Test
    void whereRepliesComeAsSlowlyAsReturnsAllLengthsAreMovedDown() {
        assertThat(moves(0.5, repeated(300)))
                .allSatisfy(move -> assertThat(move).isLessThan(-0.1));
    }

    private static int[] repeated(int replies) {
        int[] each = new int[LENGTHS];
        Arrays.fill(each, replies);
        return each;
    }

    /** The moves where customers return 300 times at every length. */
    private static List<Double> moves(double assumed, int[] replies) {
        List<RhythmGap> gaps = new ArrayList<>();
        add(gaps, 1_000, Duration.ofSeconds(30), true, 0);
        add(gaps, 1_000, Duration.ofSeconds(30), false, 0);
        for (int i = 0; i < LENGTHS; i++) {
            Duration length = Rhythm.BUCKETS.get(Rhythm.SHORT + i).plusMinutes(1);
            add(gaps, 300, length, true, assumed);
            add(gaps, replies[i], length, false, 0);
        }
        Rhythm rhythm = new Rhythm(gaps);
        return Arrays.stream(RhythmShift.moves(rhythm, rhythm.shares(rhythm.assumed())))
                .boxed()
                .toList();
    }

    private static void add(List<RhythmGap> gaps, int count, Duration length, boolean customerAfter, double assumed) {
        for (int i = 0; i < count; i++) {
            gaps.add(new RhythmGap("sms", length.toMillis(), customerAfter, true, assumed));
        }
    }
}
