package dev.threadline.jobs.evaluate;

import dev.threadline.jobs.boundary.BoundaryPolicy;
import dev.threadline.jobs.config.Configuration;
import dev.threadline.jobs.gold.GoldLabels;
import dev.threadline.jobs.gold.LabelledThread;
import dev.threadline.jobs.gold.Segmentation;
import dev.threadline.jobs.thread.Message;
import dev.threadline.jobs.walk.ConfiguredDefinitions;
import dev.threadline.jobs.walk.PlacedRecord;
import dev.threadline.jobs.walk.ThreadWalk;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;

/** The threads of a log whose conversations are known, and what a policy makes of them. */
public final class ScoredLog {

    private final Configuration configuration;
    private final List<LabelledThread> threads;
    private final long asOf;
    private final int k;

    private ScoredLog(Configuration configuration, List<LabelledThread> threads) {
        this.configuration = configuration;
        this.threads = threads;
        this.asOf = threads.stream().mapToLong(LabelledThread::lastSentAt).max().orElse(0);
        this.k = WindowErrors.halfTheMeanSegment(activities(), segments());
    }

    /**
     * Joins threads with their labels.
     *
     * @param threads the records of each thread
     */
    public static ScoredLog of(Configuration configuration, Collection<List<Message>> threads, GoldLabels labels) {
        return new ScoredLog(configuration, LabelledThread.join(threads, labels));
    }

    /** In the order of source and id. */
    public List<LabelledThread> threads() {
        return threads;
    }

    public Configuration configuration() {
        return configuration;
    }

    /** The window of Pk and WindowDiff: half the mean true segment. */
    public int k() {
        return k;
    }

    public long activities() {
        return threads.stream().mapToLong(thread -> thread.gold().size()).sum();
    }

    /** True conversations. */
    public long segments() {
        return threads.stream().mapToLong(thread -> thread.gold().segments()).sum();
    }

    /**
     * Walks every thread under a policy and compares; one tally per thread, in their order.
     *
     * @param policies the policy for the thread at a place of {@link #threads}
     */
    public List<Tally> tallies(IntFunction<BoundaryPolicy> policies) {
        List<Tally> tallies = new ArrayList<>(threads.size());
        for (int i = 0; i < threads.size(); i++) {
            LabelledThread thread = threads.get(i);
            tallies.add(Tally.of(thread.gold(), predict(thread, policies.apply(i)), k));
        }
        return tallies;
    }

    /** The conversations of the build's own walk. */
    private Segmentation predict(LabelledThread thread, BoundaryPolicy policy) {
        ThreadWalk walk = new ThreadWalk(ConfiguredDefinitions.forBoundaries(configuration, policy), asOf);
        List<String> conversations = walk.walk(new ArrayList<>(thread.records())).records().stream()
                .filter(record -> thread.isLabelled(record.message()))
                .sorted(Comparator.comparingInt(PlacedRecord::place))
                .map(record -> Objects.requireNonNull(record.conversationId(), "an activity is in a conversation"))
                .toList();
        return Segmentation.ofLabels(conversations);
    }
}
