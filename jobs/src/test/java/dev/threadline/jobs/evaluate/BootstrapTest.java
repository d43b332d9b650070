package dev.threadline.jobs.evaluate;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.threadline.jobs.gold.Segments;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BootstrapTest {

    private static final Tally FOUND = Tally.of(Segments.ofLengths(2, 2), Segments.ofLengths(2, 2), 1);
    private static final Tally MISSED = Tally.of(Segments.ofLengths(2, 2), Segments.ofLengths(4), 1);

    @Test
    void theIntervalOfAShareIsAsWideAsTheorySays() {
        List<Tally> threads = halfFound(400);
        Estimate recall = estimate(threads, Measure.RECALL, 1);

        // Binomial: 1.96 standard errors of 0.5 over 400 threads; a quantile of 1,000 draws is good to a tenth of that.
        double half = 1.96 * Math.sqrt(0.25 / 400);
        assertThat(recall.value()).isEqualTo(0.5);
        assertThat(recall.low()).isCloseTo(0.5 - half, within(half / 5));
        assertThat(recall.high()).isCloseTo(0.5 + half, within(half / 5));
    }

    @Test
    void theSameSeedGivesTheSameInterval() {
        List<Tally> threads = halfFound(300);

        assertThat(estimate(threads, Measure.PK, 7)).isEqualTo(estimate(threads, Measure.PK, 7));
        assertThat(LongStream.range(0, 10).mapToObj(seed -> estimate(threads, Measure.PK, seed)))
                .as("other seeds give others")
                .anyMatch(other -> !other.equals(estimate(threads, Measure.PK, 7)));
    }

    @Test
    void threadsThatAreAllAlikeLeaveNoDoubt() {
        assertThat(estimate(Collections.nCopies(20, FOUND), Measure.F1, 1)).isEqualTo(new Estimate(1, 1, 1));
    }

    @Test
    void whatIsNotDefinedHasNoInterval() {
        Estimate precision = estimate(Collections.nCopies(5, MISSED), Measure.PRECISION, 1);

        assertThat(precision.value()).isNaN();
        assertThat(precision.low()).isNaN();
    }

    private static Estimate estimate(List<Tally> threads, Measure measure, long seed) {
        return requireNonNull(
                new Bootstrap(seed, Bootstrap.DRAWS).estimates(threads).get(measure));
    }

    private static List<Tally> halfFound(int threads) {
        List<Tally> tallies = new ArrayList<>(Collections.nCopies(threads / 2, FOUND));
        tallies.addAll(Collections.nCopies(threads / 2, MISSED));
        return tallies;
    }
}
