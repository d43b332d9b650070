package dev.threadline.jobs.pipeline;

import dev.threadline.ingestion.warehouse.AgeBands;
import dev.threadline.ingestion.warehouse.AgedFiles;
import dev.threadline.ingestion.warehouse.DataFiles;
import dev.threadline.jobs.attention.HandleTime;
import dev.threadline.jobs.backlog.Backlog;
import dev.threadline.jobs.backlog.BacklogHour;
import dev.threadline.jobs.backlog.BacklogTable;
import dev.threadline.jobs.load.AgentLoad;
import dev.threadline.jobs.load.AgentLoadTable;
import dev.threadline.jobs.load.SliceLoad;
import dev.threadline.jobs.pipeline.fact.Fact;
import dev.threadline.jobs.pipeline.fact.QueueName;
import dev.threadline.jobs.time.Span;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of one task, one per table that the facts of agents and queues fill: what agents carried in each slice, and
 * what was open and who waited at every full hour. One that is not finished is deleted.
 */
public final class OwnerTables implements AutoCloseable {

    private final AgedFiles<SliceLoad> load;
    private final AgedFiles<BacklogHour> backlog;
    private final long asOf;

    OwnerTables(DataFiles files, AgeBands bands, long asOf) {
        this.load = files.open(AgentLoadTable.TABLE, bands);
        this.backlog = files.open(BacklogTable.TABLE, bands);
        this.asOf = asOf;
    }

    /** Adds what all facts about one owner, in order, come to. */
    void add(List<Fact> facts) {
        switch (facts.get(0).owner()) {
            case AGENT -> slices(facts).forEach(load::write);
            case QUEUE -> hours(facts, asOf).forEach(backlog::write);
            case CUSTOMER -> {
                // A customer's facts fill no table of their own.
            }
        }
    }

    BuiltFiles finish() {
        return new BuiltFiles().with(AgentLoadTable.TABLE, load).with(BacklogTable.TABLE, backlog);
    }

    @Override
    public void close() {
        load.close();
        backlog.close();
    }

    /** The slices of one agent, from all facts about it in order. */
    public static Stream<SliceLoad> slices(List<Fact> facts) {
        AgentLoad load = new AgentLoad(facts.get(0).ownerId());
        tell(facts, load);
        return load.slices().stream();
    }

    /** Tells what an agent carried, by facts about it in order. */
    public static void tell(List<Fact> facts, AgentLoad load) {
        HandleTime handleTime = new HandleTime();
        for (Fact fact : facts) {
            if (fact.type() == Fact.Type.MESSAGE) {
                load.wrote(fact.at(), handleTime.credit(fact.at(), fact.other()));
                continue;
            }
            Span span = new Span(fact.at(), fact.other());
            switch (fact.type()) {
                case ASSIGNED -> load.assigned(span, fact.label());
                case ENGAGED -> load.engaged(span);
                case PENDING -> load.pending(span);
                case MESSAGE, CONVERSATION, OPEN, WAITING ->
                    throw new IllegalStateException("an agent has no span of type " + fact.type());
            }
        }
    }

    /** The hours of one queue, from all facts about it in order. */
    public static Stream<BacklogHour> hours(List<Fact> facts, long asOf) {
        QueueName queue = QueueName.parse(facts.get(0).ownerId());
        Backlog backlog = new Backlog(queue.channel(), queue.team(), asOf);
        for (Fact fact : facts) {
            Span span = new Span(fact.at(), fact.other());
            if (fact.type() == Fact.Type.OPEN) {
                backlog.open(span);
            } else {
                backlog.waiting(span);
            }
        }
        return backlog.hours().stream();
    }
}
