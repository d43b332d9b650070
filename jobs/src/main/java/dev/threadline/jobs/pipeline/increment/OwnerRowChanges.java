package dev.threadline.jobs.pipeline.increment;

import dev.threadline.jobs.backlog.BacklogHour;
import dev.threadline.jobs.backlog.BacklogTable;
import dev.threadline.jobs.load.AgentLoadTable;
import dev.threadline.jobs.load.SliceLoad;
import dev.threadline.jobs.pipeline.Fact;
import dev.threadline.jobs.pipeline.OwnerTables;
import java.util.List;

/** How the tables that the facts of agents and queues fill change, as far as one task knows. */
final class OwnerRowChanges implements AutoCloseable {

    private final RowChanges<SliceLoad> load;
    private final RowChanges<BacklogHour> backlog;
    private final long asOfBefore;
    private final long asOf;

    OwnerRowChanges(RowChanges.Folders folders, ChangePlan plan) {
        this.load = folders.open(AgentLoadTable.TABLE);
        this.backlog = folders.open(BacklogTable.TABLE);
        this.asOfBefore = plan.before().asOf();
        this.asOf = plan.after().asOf();
    }

    /**
     * Adds what all known facts about one owner, in order, come to. Where not all are known, nothing changed: what is
     * counted there is as incomplete before as after.
     */
    void add(List<Stated<Fact>> facts) {
        if (facts.stream().allMatch(fact -> fact.state() == State.BOTH)) {
            return;
        }
        List<Fact> before = Stated.values(facts, State::was);
        List<Fact> after = Stated.values(facts, State::is);
        switch (facts.get(0).value().owner()) {
            case AGENT -> load.add(slices(before), slices(after));
            case QUEUE -> backlog.add(hours(before, asOfBefore), hours(after, asOf));
            case CUSTOMER -> {
                // A customer's facts fill no table of their own.
            }
        }
    }

    ChangedTables finish() {
        return new ChangedTables().with(load).with(backlog);
    }

    @Override
    public void close() {
        load.close();
        backlog.close();
    }

    private static List<SliceLoad> slices(List<Fact> facts) {
        return facts.isEmpty() ? List.of() : OwnerTables.slices(facts).toList();
    }

    private static List<BacklogHour> hours(List<Fact> facts, long asOf) {
        return facts.isEmpty() ? List.of() : OwnerTables.hours(facts, asOf).toList();
    }
}
