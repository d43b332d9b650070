package dev.threadline.jobs.pipeline.increment;

import dev.threadline.jobs.pipeline.Fact;
import dev.threadline.jobs.pipeline.Finding;
import dev.threadline.jobs.pipeline.Findings;
import java.util.List;

/** What the ordered facts of one owner told and tell its threads. */
final class StatedFindings {

    private StatedFindings() {}

    static List<Stated<Finding>> of(List<Stated<Fact>> facts) {
        List<Finding> after = told(Stated.values(facts, State::is));
        boolean unchanged = facts.stream().allMatch(fact -> fact.state() == State.BOTH);
        List<Finding> before = unchanged ? after : told(Stated.values(facts, State::was));
        return Stated.compare(before, after);
    }

    private static List<Finding> told(List<Fact> facts) {
        return facts.isEmpty() ? List.of() : Findings.of(facts).toList();
    }
}
