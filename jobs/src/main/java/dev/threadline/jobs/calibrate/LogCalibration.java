package dev.threadline.jobs.calibrate;

import dev.threadline.jobs.boundary.Gap;
import dev.threadline.jobs.boundary.GapFeatures;
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

/** Learns from nothing but the log: how many silences are boundaries, per channel and drawn to the whole. */
public final class LogCalibration {

    private final BoundaryModel base;

    /** Starts from the model that ships: what it assumes of lengths is known of it alone. */
    public LogCalibration(BoundaryModel base) {
        this.base = base;
    }

    /** Learns from the threads of a log. */
    public Calibration fromLog(Collection<List<Message>> threads, Configuration configuration) {
        List<ReturnGap> gaps = gaps(threads, configuration);
        ReturnShares whole = ReturnShares.assumed().among(gaps);
        Map<String, String> report = new LinkedHashMap<>();
        report.put("method", "prior shift by length of silence, without labels");
        report.put(
                "data",
                String.format(
                        Locale.ROOT,
                        "%,d threads, %,d silences with text on both sides that customers broke",
                        threads.size(),
                        gaps.size()));
        report.put("found", found(whole));
        report.put(
                "held-out",
                "unknown: without labels nothing tells how good it is; label some threads and use evaluate");
        report.put("certainty", Certainty.LOW.toString());
        return Calibration.of(base, report, moved(gaps, whole));
    }

    private static String found(ReturnShares whole) {
        double[] moves = whole.moves();
        int most = 0;
        for (int bucket = 1; bucket < moves.length; bucket++) {
            most = moves[bucket] > moves[most] ? bucket : most;
        }
        return moves[most] == 0
                ? "no more boundaries at any length of silence than the model assumes"
                : String.format(
                        Locale.ROOT,
                        "more boundaries than the model assumes, most after %d h and more: %.0f %% of silences where it assumes"
                                + " %.0f %%",
                        ReturnShares.LENGTHS.get(most).toHours(),
                        100 * whole.share(most),
                        100 * ReturnShares.assumed(most));
    }

    private BoundaryModel moved(List<ReturnGap> gaps, ReturnShares whole) {
        SortedMap<String, Scorecards> channels = new TreeMap<>(base.channels());
        SortedMap<String, List<ReturnGap>> byChannel =
                gaps.stream().collect(Collectors.groupingBy(ReturnGap::channel, TreeMap::new, Collectors.toList()));
        if (byChannel.size() > 1) {
            byChannel.forEach(
                    (channel, own) -> channels.put(channel, LengthShift.apply(base.cards(channel), whole.among(own))));
        }
        return new BoundaryModel(
                base.name(), base.version(), base.training(), LengthShift.apply(base.others(), whole), channels);
    }

    private List<ReturnGap> gaps(Collection<List<Message>> threads, Configuration configuration) {
        LearnedPolicy assumed = new LearnedPolicy(base, configuration.giveUp(), null);
        long giveUpMs = configuration.giveUp().toMillis();
        List<ReturnGap> gaps = new ArrayList<>();
        for (List<Message> thread : OrderedThreads.of(threads)) {
            GapRecorder recorder = new GapRecorder(gap -> assumed.decide(gap).boundary());
            long asOf = thread.get(thread.size() - 1).sentAt();
            new ThreadWalk(ConfiguredDefinitions.forBoundaries(configuration, recorder), asOf)
                    .walk(new ArrayList<>(thread));
            recorder.asked().stream()
                    .filter(gap -> gap.later().role() == Role.CUSTOMER)
                    .filter(gap -> GapFeatures.of(gap, giveUpMs).hasText())
                    .forEach(gap -> gaps.add(gap(gap, assumed)));
        }
        return gaps;
    }

    private static ReturnGap gap(Gap gap, LearnedPolicy assumed) {
        return new ReturnGap(gap.later().channel(), gap.millis(), assumed.score(gap));
    }
}
