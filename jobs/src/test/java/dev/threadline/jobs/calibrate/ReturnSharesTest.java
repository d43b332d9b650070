package dev.threadline.jobs.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.threadline.jobs.boundary.model.BoundaryModels;
import dev.threadline.jobs.boundary.model.Feature;
import dev.threadline.jobs.boundary.model.Scorecards;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How many silences of a length are found to be boundaries by what their words say. */
class ReturnSharesTest {

    /** A bucket in the middle, and what the model assumes of it. */
    private static final int DAY = 4;

    private static final double ASSUMED = ReturnShares.assumed(DAY);
    private static final long SURELY = 60_000;

    @Test
    void whereWordsSpeakForAsManyAsAssumedNothingMoves() {
        ReturnShares found = ReturnShares.assumed().among(silences(1_000, (int) Math.round(1_000 * ASSUMED)));
        assertThat(found.share(DAY)).isCloseTo(ASSUMED, within(0.002));
        assertThat(found.moves()[DAY]).isLessThan(0.01);
    }

    @Test
    void whereWordsSpeakForMoreScoresRiseByTheDifferenceOfPriors() {
        ReturnShares found = ReturnShares.assumed().among(silences(10_000, 6_000));
        assertThat(found.share(DAY)).isCloseTo(0.6, within(0.005));
        assertThat(found.moves()[DAY]).isCloseTo(logit(0.6) - logit(ASSUMED), within(0.02));
        assertThat(found.moves()[DAY - 1]).as("another length").isZero();
        assertThat(ReturnShares.assumed().among(silences(10_000, 9_900)).moves()[DAY])
                .as("at most")
                .isEqualTo(1);
    }

    @Test
    void whereWordsSpeakForFewerNothingMoves() {
        ReturnShares found = ReturnShares.assumed().among(silences(10_000, 1_000));
        assertThat(found.share(DAY)).isLessThan(0.12);
        assertThat(found.moves()).containsOnly(0);
    }

    @Test
    void fewSilencesMoveLittle() {
        assertThat(ReturnShares.assumed().among(silences(20, 20)).moves()[DAY]).isBetween(0.01, 0.7);
        assertThat(ReturnShares.assumed().among(List.of()).moves()).containsOnly(0);
    }

    @Test
    void wordsThatTellNothingMoveNothing() {
        List<ReturnGap> doubtful =
                Collections.nCopies(1_000, new ReturnGap("sms", millis(), Math.round(logit(ASSUMED) * 10_000)));
        assertThat(ReturnShares.assumed().among(doubtful).moves()[DAY]).isLessThan(0.02);
    }

    @Test
    void aChannelOfItsOwnIsDrawnToTheWhole() {
        ReturnShares whole = ReturnShares.assumed().among(silences(10_000, 6_000));
        assertThat(whole.among(List.of()).share(DAY)).isEqualTo(whole.share(DAY));
        assertThat(whole.among(silences(10_000, 8_000)).share(DAY)).isCloseTo(0.8, within(0.01));
    }

    @Test
    void theOrderOfSilencesIsOfNoMatter() {
        List<ReturnGap> gaps = new ArrayList<>();
        Random random = new Random(5);
        for (int i = 0; i < 3_000; i++) {
            gaps.add(new ReturnGap("sms", random.nextInt(1 << 30), random.nextInt(120_000) - 80_000));
        }
        double[] moves = ReturnShares.assumed().among(gaps).moves();
        Collections.shuffle(gaps, random);
        assertThat(ReturnShares.assumed().among(gaps).moves()).isEqualTo(moves);
    }

    @Test
    void onlyWhatACustomerBreaksIsMoved() {
        Scorecards before = BoundaryModels.shipped().others();
        Scorecards after = LengthShift.apply(before, ReturnShares.assumed().among(silences(10_000, 6_000)));
        int returned = moved(before, after, Feature.GAP_OVER_1H, 82) + moved(before, after, Feature.GAP_OVER_4H, 50);
        int human = moved(before, after, Feature.WAITING, 1) + moved(before, after, Feature.WAITING_LONG, 50);
        assertThat(returned).as("after 35 h").isGreaterThan(3_000);
        assertThat(Math.abs(returned + human)).as("of a human's").isLessThan(returned / 2);
    }

    private static int moved(Scorecards before, Scorecards after, Feature feature, int value) {
        return value
                * (after.withText().weights().getOrDefault(feature, 0)
                        - before.withText().weights().getOrDefault(feature, 0));
    }

    /** Silences of a day, of which some are surely boundaries by their words and the others surely none. */
    private static List<ReturnGap> silences(int all, int boundaries) {
        List<ReturnGap> gaps = new ArrayList<>(Collections.nCopies(boundaries, new ReturnGap("sms", millis(), SURELY)));
        gaps.addAll(Collections.nCopies(all - boundaries, new ReturnGap("sms", millis(), -SURELY)));
        return gaps;
    }

    private static long millis() {
        return ReturnShares.LENGTHS.get(DAY).plus(Duration.ofMinutes(1)).toMillis();
    }

    private static double logit(double share) {
        return Math.log(share / (1 - share));
    }
}
