package dev.threadline.jobs.calibrate;

import dev.threadline.jobs.boundary.Gap;
import dev.threadline.jobs.boundary.LearnedPolicy;
import dev.threadline.jobs.boundary.model.BoundaryModel;
import dev.threadline.jobs.boundary.model.Scorecards;
import dev.threadline.jobs.config.Configuration;
import dev.threadline.jobs.thread.Message;
import dev.threadline.jobs.thread.Role;
import dev.threadline.jobs.walk.ConfiguredDefinitions;
import dev.threadline.jobs.walk.ThreadWalk;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Learns from nothing but the log: from the {@link Rhythm} of replies, per channel and drawn to the whole. */
public final class RhythmCalibration {

    private final BoundaryModel base;

    /** Starts from a model, and does not go far from it. */
    public RhythmCalibration(BoundaryModel base) {
        this.base = base;
    }

    /** Learns from the threads of a log. */
    public Calibration fromLog(Collection<List<Message>> threads, Configuration configuration) {
        List<RhythmGap> gaps = gaps(threads, configuration);
        Rhythm whole = new Rhythm(gaps);
        Map<String, String> report = new LinkedHashMap<>();
        report.put("method", "rhythm of replies, without labels");
        report.put("data", String.format(Locale.ROOT, "%,d threads, %,d gaps", threads.size(), gaps.size()));
        report.put(
                "held-out",
                "unknown: without labels nothing tells how good it is; label some threads and use evaluate");
        report.put("certainty", Certainty.LOW.toString());
        return Calibration.of(base, report, whole.tells() ? moved(gaps, whole) : base);
    }

    private BoundaryModel moved(List<RhythmGap> gaps, Rhythm whole) {
        double[] shares = whole.shares(whole.assumed());
        Scorecards others = moved(base.others(), whole, shares);
        SortedMap<String, Scorecards> channels = new TreeMap<>(base.channels());
        SortedMap<String, List<RhythmGap>> byChannel =
                gaps.stream().collect(Collectors.groupingBy(RhythmGap::channel, TreeMap::new, Collectors.toList()));
        if (byChannel.size() > 1) {
            byChannel.forEach((channel, own) -> {
                Rhythm rhythm = new Rhythm(own);
                if (rhythm.tells()) {
                    channels.put(channel, moved(base.cards(channel), rhythm, rhythm.shares(shares)));
                }
            });
        }
        return new BoundaryModel(base.name(), base.version(), base.training(), others, channels);
    }

    private static Scorecards moved(Scorecards cards, Rhythm rhythm, double[] shares) {
        double[] moves = RhythmShift.moves(rhythm, shares);
        return new Scorecards(
                RhythmShift.apply(cards.withText(), moves, rhythm),
                RhythmShift.apply(cards.withoutText(), moves, rhythm));
    }

    private List<RhythmGap> gaps(Collection<List<Message>> threads, Configuration configuration) {
        LearnedPolicy assumed = new LearnedPolicy(base, configuration.giveUp(), null);
        List<RhythmGap> gaps = new ArrayList<>();
        for (List<Message> thread : OrderedThreads.of(threads)) {
            GapRecorder recorder = new GapRecorder(gap -> assumed.decide(gap).boundary());
            long asOf = thread.get(thread.size() - 1).sentAt();
            new ThreadWalk(ConfiguredDefinitions.forBoundaries(configuration, recorder), asOf)
                    .walk(new ArrayList<>(thread));
            recorder.asked().forEach(gap -> gaps.add(gap(gap, assumed)));
        }
        return gaps;
    }

    private static RhythmGap gap(Gap gap, LearnedPolicy assumed) {
        return new RhythmGap(
                gap.later().channel(),
                gap.millis(),
                gap.later().role() == Role.CUSTOMER,
                gap.earlier().role() != gap.later().role(),
                LogisticRegression.probability(assumed.score(gap) / CardFit.UNIT));
    }
}
