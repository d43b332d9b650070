package dev.threadline.jobs.pipeline.increment.stated;

import dev.threadline.jobs.pipeline.fact.Fact;
import dev.threadline.jobs.pipeline.fact.Finding;
import dev.threadline.jobs.pipeline.fact.Findings;
import java.util.List;

/** What the ordered facts of one owner told and tell its threads. */
public final class StatedFindings {

    private StatedFindings() {}

    /** What an owner told and tells of threads, by the facts known of it, in order. */
    public static List<Stated<Finding>> of(List<Stated<Fact>> facts) {
        List<Finding> after = told(Stated.values(facts, State::is));
        boolean unchanged = facts.stream().allMatch(fact -> fact.state() == State.BOTH);
        List<Finding> before = unchanged ? after : told(Stated.values(facts, State::was));
        return Stated.compare(before, after);
    }

    private static List<Finding> told(List<Fact> facts) {
        return facts.isEmpty() ? List.of() : Findings.of(facts).toList();
    }
}
