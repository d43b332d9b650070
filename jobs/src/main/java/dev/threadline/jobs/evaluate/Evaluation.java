package dev.threadline.jobs.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Policies side by side on one log.
 *
 * @param threads scored
 * @param activities scored
 * @param boundaries true ones
 * @param k window of Pk and WindowDiff
 * @param rows one per policy
 * @param worst the threads with the most mistakes of each policy but the baselines
 */
public record Evaluation(
        int threads, long activities, long boundaries, int k, List<PolicyRow> rows, List<WorstThread> worst) {

    /**
     * How one policy did.
     *
     * @param total counts over all threads
     */
    public record PolicyRow(String policy, boolean baseline, Tally total, Map<Measure, Estimate> estimates) {}

    /** Compares the contenders; {@code worst} threads are listed of each that is no baseline. */
    public static Evaluation of(ScoredLog log, List<Contender> contenders, Bootstrap bootstrap, int worst) {
        List<PolicyRow> rows = new ArrayList<>();
        List<WorstThread> worstThreads = new ArrayList<>();
        for (Contender contender : contenders) {
            List<Tally> tallies = log.tallies(contender.policies());
            Tally total = tallies.stream().reduce(Tally.NOTHING, Tally::plus);
            rows.add(new PolicyRow(contender.name(), contender.baseline(), total, bootstrap.estimates(tallies)));
            if (!contender.baseline()) {
                worstThreads.addAll(worst(contender.name(), log, tallies, worst));
            }
        }
        return new Evaluation(
                log.threads().size(),
                log.activities(),
                log.segments() - log.threads().size(),
                log.k(),
                rows,
                worstThreads);
    }

    private static List<WorstThread> worst(String policy, ScoredLog log, List<Tally> tallies, int count) {
        return IntStream.range(0, tallies.size())
                .filter(i -> tallies.get(i).mistakes() > 0)
                .boxed()
                .sorted(Comparator.comparingLong((Integer i) -> -tallies.get(i).mistakes())
                        .thenComparing(i -> i))
                .limit(count)
                .map(i -> new WorstThread(
                        policy,
                        log.threads().get(i).source(),
                        log.threads().get(i).threadId(),
                        tallies.get(i)))
                .toList();
    }
}
