package dev.threadline.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.threadline.jobs.gold.Segmentation;
import dev.threadline.jobs.gold.Segments;
import org.junit.jupiter.api.Test;

/** Worked by hand from the papers' definitions. */
class MeasuresTest {

    @Test
    void aBoundaryBesideTheTrueOneIsWrongAndMissed() {
        BoundaryScore score = BoundaryScore.of(Segments.ofLengths(3, 3), Segments.ofLengths(2, 4));

        assertThat(score).isEqualTo(new BoundaryScore(0, 1, 1));
    }

    @Test
    void aNearMissCostsPkLessThanAFullOne() {
        Segmentation gold = Segments.ofLengths(3, 3);

        // Windows [0,2] [1,3] [2,4] [3,5]: gold splits the second and third, the guess the first and second.
        assertThat(WindowErrors.of(gold, Segments.ofLengths(2, 4), 2)).isEqualTo(new WindowErrors(4, 2, 2));
        assertThat(WindowErrors.of(gold, Segments.ofLengths(6), 2)).isEqualTo(new WindowErrors(4, 2, 2));
        assertThat(WindowErrors.of(gold, Segments.ofLengths(3, 3), 2)).isEqualTo(new WindowErrors(4, 0, 0));
    }

    @Test
    void windowDiffSeesASecondBoundaryThatPkDoesNot() {
        WindowErrors errors = WindowErrors.of(Segments.ofLengths(4, 4), Segments.ofLengths(4, 1, 3), 2);

        // Window [3,5] holds one boundary of gold and two of the guess; window [4,6] none and one.
        assertThat(errors).isEqualTo(new WindowErrors(6, 1, 2));
    }

    @Test
    void aSequenceNoLongerThanKHasNoWindow() {
        Segmentation two = Segments.ofLengths(1, 1);

        assertThat(WindowErrors.of(two, two, 2).windows()).isZero();
        assertThat(WindowErrors.of(two, two, 1).windows()).isEqualTo(1);
    }

    @Test
    void kIsHalfTheMeanSegmentRoundedAndAtLeastOne() {
        assertThat(WindowErrors.halfTheMeanSegment(87_438, 4_650)).isEqualTo(9);
        assertThat(WindowErrors.halfTheMeanSegment(6, 2)).isEqualTo(2);
        assertThat(WindowErrors.halfTheMeanSegment(6, 6)).isEqualTo(1);
    }

    @Test
    void pairedSegmentsShareWhatOverlaps() {
        assertThat(OneToOne.overlap(Segments.ofLengths(3, 3), Segments.ofLengths(2, 4)))
                .isEqualTo(2 + 3);
        assertThat(OneToOne.overlap(Segments.ofLengths(4, 4), Segments.ofLengths(8)))
                .isEqualTo(4);
    }

    @Test
    void thePairingIsTheBestOneAndNotTheGreedyOne() {
        // Overlaps 3, 4, 3: taking the 4 first blocks both others.
        assertThat(OneToOne.overlap(Segments.ofLengths(3, 7), Segments.ofLengths(7, 3)))
                .isEqualTo(3 + 3);
    }

    @Test
    void conversationsCountAsFoundOnlyWhole() {
        assertThat(ExactMatch.of(Segments.ofLengths(4, 4, 2), Segments.ofLengths(4, 1, 3, 2)))
                .isEqualTo(new ExactMatch(3, 3, 2));
    }

    @Test
    void conversationsOfOneMessageDoNotCount() {
        Segmentation singles = Segments.ofLengths(1, 1, 1);

        assertThat(ExactMatch.of(singles, singles)).isEqualTo(new ExactMatch(0, 0, 0));
    }

    @Test
    void measuresAreQuotientsOverAllThreads() {
        Tally found = Tally.of(Segments.ofLengths(2, 2), Segments.ofLengths(2, 2), 1);
        Tally missed = Tally.of(Segments.ofLengths(2, 2), Segments.ofLengths(4), 1);
        Tally both = found.plus(missed);

        assertThat(Measure.PRECISION.of(both)).isEqualTo(1);
        assertThat(Measure.RECALL.of(both)).isEqualTo(0.5);
        assertThat(Measure.F1.of(both)).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(Measure.PK.of(both)).isCloseTo(1 / 6.0, within(1e-12));
        assertThat(Measure.ONE_TO_ONE.of(both)).isEqualTo(6 / 8.0);
        assertThat(Measure.EXACT_F1.of(both)).isCloseTo(2 * 2 / (4 + 3.0), within(1e-12));
    }

    @Test
    void aQuotientOfNothingIsNotDefined() {
        Tally nothing = Tally.of(Segments.ofLengths(3), Segments.ofLengths(3), 1);

        assertThat(Measure.PRECISION.of(nothing)).isNaN();
        assertThat(Measure.PK.of(nothing)).isZero();
    }

    @Test
    void differentSequencesCannotBeCompared() {
        Segmentation three = Segments.ofLengths(3);
        Segmentation four = Segments.ofLengths(4);

        assertThatThrownBy(() -> Tally.of(three, four, 1)).hasMessageContaining("same sequence");
    }
}
