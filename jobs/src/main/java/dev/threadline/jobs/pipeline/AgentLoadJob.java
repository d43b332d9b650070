package dev.threadline.jobs.pipeline;

import dev.threadline.jobs.attention.HandleTime;
import dev.threadline.jobs.load.AgentLoad;
import dev.threadline.jobs.load.AgentLoadTable;
import dev.threadline.jobs.load.SliceLoad;
import dev.threadline.jobs.time.Span;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Walks agents for what they carried in each slice. */
final class AgentLoadJob {

    private AgentLoadJob() {}

    static Dataset<Row> run(SparkSession spark, Owners owners) {
        JavaRDD<Row> rows = owners.rows()
                .mapPartitions(partition -> Owners.in(partition, Fact.Owner.AGENT)
                        .flatMap(AgentLoadJob::slices)
                        .map(row -> AgentLoadTable.TABLE.toRow(row))
                        .iterator());
        return spark.createDataFrame(rows, AgentLoadTable.TABLE.schema());
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
}
