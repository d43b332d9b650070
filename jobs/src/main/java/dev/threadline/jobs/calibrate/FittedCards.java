package dev.threadline.jobs.calibrate;

import dev.threadline.jobs.boundary.model.Scorecard;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One kind of card fitted to labelled gaps: for all channels, and for each channel by itself where there are several.
 *
 * @param others the card of channels without one of their own
 */
record FittedCards(Scorecard others, SortedMap<String, Scorecard> channels) {

    /** Fits to gaps; both boundaries and others must be among them. */
    static FittedCards fit(CardFit fit, List<LabelledGap> gaps, Teacher from) {
        Scorecard others = fit.fit(gaps);
        if (from == Teacher.CLOSES) {
            return new FittedCards(fit.ofWords(others, gaps), new TreeMap<>());
        }
        SortedMap<String, List<LabelledGap>> byChannel =
                gaps.stream().collect(Collectors.groupingBy(LabelledGap::channel, TreeMap::new, Collectors.toList()));
        SortedMap<String, Scorecard> channels = new TreeMap<>();
        if (byChannel.size() > 1) {
            byChannel.forEach((channel, own) -> channels.put(channel, fit.ofChannel(others, own)));
        }
        return new FittedCards(others, channels);
    }

    /** The gaps of every fold, scored by cards that were fitted to all other folds. */
    static List<ScoredGap> heldOut(CardFit fit, List<LabelledGap> gaps, ThreadFolds folds, Teacher from) {
        List<ScoredGap> scored = new ArrayList<>();
        for (int fold = 0; fold < folds.count(); fold++) {
            int out = fold;
            List<LabelledGap> rest = gaps.stream()
                    .filter(gap -> folds.of(gap) != out || folds.count() == 1)
                    .toList();
            FittedCards cards = fit(fit, rest, from);
            gaps.stream()
                    .filter(gap -> folds.of(gap) == out)
                    .forEach(gap -> scored.add(fit.scored(cards.of(gap.channel()), gap)));
        }
        return scored;
    }

    Scorecard of(String channel) {
        return channels.getOrDefault(channel, others);
    }

    /** The same with the threshold and the confidence that gaps held out suggest. */
    FittedCards judgedBy(List<ScoredGap> heldOut) {
        int threshold = ThresholdChoice.of(heldOut, others.threshold());
        SortedMap<String, Scorecard> judged = new TreeMap<>();
        channels.forEach((channel, card) ->
                judged.put(channel, CardFit.with(card, threshold, ConfidenceFit.of(heldOut, card.confidence()))));
        return new FittedCards(CardFit.with(others, threshold, ConfidenceFit.of(heldOut, others.confidence())), judged);
    }
}
