package dev.threadline.jobs.pipeline;

import dev.threadline.ingestion.warehouse.DataFileWriter;
import dev.threadline.ingestion.warehouse.DataFiles;
import dev.threadline.jobs.attention.HandleTime;
import dev.threadline.jobs.backlog.Backlog;
import dev.threadline.jobs.backlog.BacklogHour;
import dev.threadline.jobs.backlog.BacklogTable;
import dev.threadline.jobs.load.AgentLoad;
import dev.threadline.jobs.load.AgentLoadTable;
import dev.threadline.jobs.load.SliceLoad;
import dev.threadline.jobs.time.Span;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.catalyst.InternalRow;

/** Walks agents for what they carried in each slice, and queues for what was open and who waited at every full hour. */
final class OwnersJob {

    private OwnersJob() {}

    static BuiltFiles run(Owners owners, DataFiles files, long asOf) {
        JavaRDD<BuiltFiles> built = owners.rows().mapPartitions(partition -> write(partition, files, asOf));
        return built.treeReduce(BuiltFiles::plus);
    }

    private static Iterator<BuiltFiles> write(Iterator<InternalRow> partition, DataFiles files, long asOf) {
        try (DataFileWriter<SliceLoad> load = files.open(AgentLoadTable.TABLE);
                DataFileWriter<BacklogHour> backlog = files.open(BacklogTable.TABLE)) {
            Owners.in(partition, Fact.Owner.AGENT, Fact.Owner.QUEUE).forEach(facts -> {
                switch (facts.get(0).owner()) {
                    case AGENT -> slices(facts).forEach(load::write);
                    case QUEUE -> hours(facts, asOf).forEach(backlog::write);
                    case CUSTOMER -> throw new IllegalStateException("no table is filled from customers' facts");
                }
            });
            return List.of(new BuiltFiles().with(AgentLoadTable.TABLE, load).with(BacklogTable.TABLE, backlog))
                    .iterator();
        }
    }

    /** The slices of one agent, from all facts about it in order. */
    static Stream<SliceLoad> slices(List<Fact> facts) {
        AgentLoad load = new AgentLoad(facts.get(0).ownerId());
        HandleTime handleTime = new HandleTime();
        for (Fact fact : facts) {
            if (fact.type() == Fact.Type.MESSAGE) {
                load.wrote(fact.at(), handleTime.credit(fact.at(), fact.other()), fact.label());
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
        return load.slices().stream();
    }

    /** The hours of one queue, from all facts about it in order. */
    static Stream<BacklogHour> hours(List<Fact> facts, long asOf) {
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
