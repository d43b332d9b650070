package dev.threadline.jobs.calibrate;

import dev.threadline.jobs.boundary.model.BoundaryModel;
import dev.threadline.jobs.boundary.model.Scorecard;
import dev.threadline.jobs.boundary.model.Scorecards;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Learns from gaps that are known: by labels, or by explicit closes. */
public final class LabelCalibration {

    private final BoundaryModel base;

    /** Starts from a model that stands in where labels are few. */
    public LabelCalibration(BoundaryModel base) {
        this.base = base;
    }

    /** From labels of people; a user error if they hold no boundary, or nothing else. */
    public Calibration fromGold(List<LabelledGap> gaps) {
        return calibrate(gaps, Teacher.LABELS);
    }

    /** From explicit closes; a user error if they decide nothing. */
    public Calibration fromCloses(List<LabelledGap> gaps) {
        return calibrate(gaps, Teacher.CLOSES);
    }

    /** The model alone, without judging it: for cross-validation, which judges it better. */
    public BoundaryModel model(List<LabelledGap> gaps) {
        return fit(gaps, Teacher.LABELS).model();
    }

    private Calibration calibrate(List<LabelledGap> gaps, Teacher from) {
        Fit fit = fit(gaps, from);
        ThreadFolds folds = new ThreadFolds(gaps);
        long boundaries = boundaries(gaps);
        Map<String, String> report = new LinkedHashMap<>();
        report.put("method", "ridge logistic regression from " + from);
        report.put("data", format("%,d threads, %,d gaps, %,d boundaries", folds.threads(), gaps.size(), boundaries));
        report.put("held-out", judged(gaps, fit));
        report.put("certainty", from.certainty(folds.threads(), boundaries).toString());
        return Calibration.of(base, report, fit.model());
    }

    /** A model, and its two cards' scores of gaps they had not seen. */
    private record Fit(BoundaryModel model, List<ScoredGap> seenWithText, List<ScoredGap> seenWithout) {}

    private Fit fit(List<LabelledGap> gaps, Teacher from) {
        if (boundaries(gaps) == 0 || boundaries(gaps) == gaps.size()) {
            throw CalibrationErrors.nothingToLearn(from, boundaries(gaps), gaps.size());
        }
        List<LabelledGap> texts =
                gaps.stream().filter(gap -> gap.features().hasText()).toList();
        Scorecards before = base.others();
        Part withText = part(before.withText(), true, texts, from);
        Part without = part(before.withoutText(), false, gaps, from);
        SortedMap<String, Scorecards> channels = new TreeMap<>(base.channels());
        without.cards()
                .channels()
                .forEach((channel, card) ->
                        channels.put(channel, new Scorecards(withText.cards().of(channel), card)));
        BoundaryModel model = new BoundaryModel(
                base.name(),
                base.version(),
                base.training(),
                new Scorecards(withText.cards().others(), without.cards().others()),
                channels);
        return new Fit(model, withText.heldOut(), without.heldOut());
    }

    private record Part(FittedCards cards, List<ScoredGap> heldOut) {}

    private static Part part(Scorecard before, boolean withText, List<LabelledGap> gaps, Teacher from) {
        if (boundaries(gaps) == 0 || boundaries(gaps) == gaps.size()) {
            return new Part(new FittedCards(before, new TreeMap<>()), List.of());
        }
        CardFit fit = new CardFit(before, withText);
        List<ScoredGap> heldOut = FittedCards.heldOut(fit, gaps, new ThreadFolds(gaps), from);
        FittedCards cards = FittedCards.fit(fit, gaps, from);
        return new Part(from == Teacher.CLOSES ? cards : cards.judgedBy(heldOut), heldOut);
    }

    private String judged(List<LabelledGap> gaps, Fit fit) {
        boolean text = !fit.seenWithText().isEmpty();
        Scorecard after = fit.model().others().card(text);
        Scorecard before = base.others().card(text);
        CardFit reader = new CardFit(before, text);
        List<ScoredGap> byDefault = new ArrayList<>();
        for (LabelledGap gap : gaps) {
            if (!text || gap.features().hasText()) {
                byDefault.add(reader.scored(before, gap));
            }
        }
        return format(
                "F1 %.3f on threads left out, %.3f of the model it started from, %.3f of the best fixed gap",
                new ScoredThreads(text ? fit.seenWithText() : fit.seenWithout()).f1(after.threshold()),
                new ScoredThreads(byDefault).f1(before.threshold()),
                bestGap(gaps));
    }

    /** Any length of a gap may be the timer; sorted, one pass tries all. */
    private static double bestGap(List<LabelledGap> gaps) {
        List<ScoredGap> byLength = gaps.stream()
                .map(gap -> new ScoredGap(gap.thread(), gap.millis(), gap.boundary()))
                .sorted((a, b) -> Long.compare(b.score(), a.score()))
                .toList();
        long all = boundaries(gaps);
        long hits = 0;
        double best = 0;
        for (int i = 0; i < byLength.size(); i++) {
            hits += byLength.get(i).boundary() ? 1 : 0;
            boolean whole = i + 1 == byLength.size()
                    || byLength.get(i + 1).score() != byLength.get(i).score();
            best = whole ? Math.max(best, 2.0 * hits / (all + i + 1)) : best;
        }
        return best;
    }

    private static long boundaries(List<LabelledGap> gaps) {
        return gaps.stream().filter(LabelledGap::boundary).count();
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
