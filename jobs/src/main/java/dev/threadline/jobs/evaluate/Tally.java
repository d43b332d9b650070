package dev.threadline.jobs.evaluate;

import dev.threadline.jobs.gold.Segmentation;

/**
 * What a comparison counts; counts of threads add up. All measures are quotients of these.
 *
 * @param items activities compared
 * @param shared activities in paired conversations, see {@link OneToOne}
 */
public record Tally(long items, BoundaryScore boundaries, WindowErrors windows, long shared, ExactMatch exact) {

    public static final Tally NOTHING =
            new Tally(0, new BoundaryScore(0, 0, 0), new WindowErrors(0, 0, 0), 0, new ExactMatch(0, 0, 0));

    /** Compares the two segmentations of one thread. */
    public static Tally of(Segmentation gold, Segmentation predicted, int k) {
        return new Tally(
                gold.size(),
                BoundaryScore.of(gold, predicted),
                WindowErrors.of(gold, predicted, k),
                OneToOne.overlap(gold, predicted),
                ExactMatch.of(gold, predicted));
    }

    public Tally plus(Tally other) {
        return plus(other, 1);
    }

    /** Adds another tally so many times. */
    Tally plus(Tally other, int times) {
        return new Tally(
                items + times * other.items,
                new BoundaryScore(
                        boundaries.hits() + times * other.boundaries.hits(),
                        boundaries.wrong() + times * other.boundaries.wrong(),
                        boundaries.missed() + times * other.boundaries.missed()),
                new WindowErrors(
                        windows.windows() + times * other.windows.windows(),
                        windows.pk() + times * other.windows.pk(),
                        windows.windowDiff() + times * other.windows.windowDiff()),
                shared + times * other.shared,
                new ExactMatch(
                        exact.gold() + times * other.exact.gold(),
                        exact.predicted() + times * other.exact.predicted(),
                        exact.matches() + times * other.exact.matches()));
    }

    /** Predicted boundaries. */
    public long cuts() {
        return boundaries.hits() + boundaries.wrong();
    }

    /** True boundaries. */
    public long trueBoundaries() {
        return boundaries.hits() + boundaries.missed();
    }

    /** Boundaries that are wrong or missed. */
    public long mistakes() {
        return boundaries.wrong() + boundaries.missed();
    }
}
