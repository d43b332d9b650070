package dev.threadline.jobs.calibrate;

import dev.threadline.jobs.boundary.model.Confidence;
import dev.threadline.jobs.boundary.model.Feature;
import dev.threadline.jobs.boundary.model.Scorecard;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Fits a scorecard to labelled gaps, drawn towards a card that is known to be sensible: the fewer labels speak for another
 * weight, the nearer it stays.
 */
final class CardFit {

    /** Ten-thousandths of a logit are the unit of cards. */
    static final double UNIT = 10_000;

    /** On features scaled to a standard deviation of 1; about thirty boundaries must speak for a change. */
    private static final double PENALTY = 30;

    private static final double INTERCEPT_PENALTY = 1;

    /** How firmly a channel is held to all channels: its labels must outweigh a prior of 0.3 logits around them. */
    private static final double CHANNEL_PENALTY = 10;

    private final Scorecard base;
    private final boolean withText;
    private final List<Feature> features;

    CardFit(Scorecard base, boolean withText) {
        this.base = base;
        this.withText = withText;
        this.features = List.copyOf(base.weights().keySet());
    }

    /** The card with intercept and weights fitted; threshold and confidence stay. */
    Scorecard fit(List<LabelledGap> gaps) {
        double[] scales = scales(gaps);
        double[][] rows = new double[gaps.size()][features.size() + 1];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < scales.length; j++) {
                rows[i][j] = scales[j] == 0 ? 0 : gaps.get(i).value(features.get(j), withText) / scales[j];
            }
            rows[i][scales.length] = 1;
        }
        double[] changes = LogisticRegression.fit(
                rows,
                offsets(base, gaps),
                outcomes(gaps),
                LogisticRegression.penalties(scales.length, PENALTY, INTERCEPT_PENALTY));
        SortedMap<Feature, Integer> weights = new TreeMap<>(base.weights());
        for (int j = 0; j < scales.length; j++) {
            double change = scales[j] == 0 ? 0 : changes[j] / scales[j];
            weights.merge(features.get(j), figure(change), Integer::sum);
        }
        return new Scorecard(
                base.intercept() + figure(changes[scales.length]), base.threshold(), weights, base.confidence());
    }

    /** A channel's card: the fitted one with an intercept of its own, so far as the channel's labels speak for it. */
    Scorecard ofChannel(Scorecard fitted, List<LabelledGap> gaps) {
        double[][] rows = new double[gaps.size()][1];
        for (double[] row : rows) {
            row[0] = 1;
        }
        double[] change = LogisticRegression.fit(
                rows, offsets(fitted, gaps), outcomes(gaps), LogisticRegression.penalties(0, 0, CHANNEL_PENALTY));
        return new Scorecard(
                fitted.intercept() + figure(change[0]), fitted.threshold(), fitted.weights(), fitted.confidence());
    }

    /**
     * What a fitted card knows of words alone: with the other weights, threshold and confidence of the card that it was drawn
     * towards, at the level at which gaps that this one doubts about score the same on average. Which lengths of a gap
     * explicit closes can tell of, and so whose turn it was, is the work of reopen windows; a greeting is one anywhere.
     */
    Scorecard ofWords(Scorecard fitted, List<LabelledGap> gaps) {
        SortedMap<Feature, Integer> weights = new TreeMap<>(fitted.weights());
        features.stream()
                .filter(feature -> !feature.readsText())
                .forEach(feature -> weights.put(feature, base.weights().getOrDefault(feature, 0)));
        Scorecard moved = new Scorecard(base.intercept(), base.threshold(), weights, base.confidence());
        double shift = 0;
        double doubts = 0;
        for (LabelledGap gap : gaps) {
            long before = score(base, gap);
            double probability = LogisticRegression.probability((before - base.threshold()) / UNIT);
            double doubt = probability * (1 - probability);
            shift += doubt * (score(moved, gap) - before);
            doubts += doubt;
        }
        int level = base.intercept() - (int) Math.round(shift / doubts);
        return new Scorecard(level, base.threshold(), weights, base.confidence());
    }

    private long score(Scorecard card, LabelledGap gap) {
        return card.score(feature -> gap.value(feature, withText));
    }

    /** A gap and its score by a card of this kind. */
    ScoredGap scored(Scorecard card, LabelledGap gap) {
        return new ScoredGap(gap.thread(), score(card, gap), gap.boundary());
    }

    static Scorecard with(Scorecard card, int threshold, Confidence confidence) {
        return new Scorecard(card.intercept(), threshold, card.weights(), confidence);
    }

    private double[] offsets(Scorecard card, List<LabelledGap> gaps) {
        return gaps.stream().mapToDouble(gap -> score(card, gap) / UNIT).toArray();
    }

    private static boolean[] outcomes(List<LabelledGap> gaps) {
        boolean[] outcomes = new boolean[gaps.size()];
        for (int i = 0; i < outcomes.length; i++) {
            outcomes[i] = gaps.get(i).boundary();
        }
        return outcomes;
    }

    /** Standard deviations. Values and sums are whole numbers, so the order of gaps is of no matter. */
    private double[] scales(List<LabelledGap> gaps) {
        double[] scales = new double[features.size()];
        for (int j = 0; j < scales.length; j++) {
            long sum = 0;
            long squares = 0;
            for (LabelledGap gap : gaps) {
                long value = gap.value(features.get(j), withText);
                sum += value;
                squares += value * value;
            }
            double mean = (double) sum / gaps.size();
            scales[j] = Math.sqrt(Math.max(0, (double) squares / gaps.size() - mean * mean));
        }
        return scales;
    }

    private static int figure(double logits) {
        long figure = Math.round(logits * UNIT);
        return (int) Math.max(-Scorecard.LARGEST, Math.min(Scorecard.LARGEST, figure));
    }
}
