package dev.threadline.jobs.pipeline;

import dev.threadline.jobs.backlog.Backlog;
import dev.threadline.jobs.backlog.BacklogHour;
import dev.threadline.jobs.backlog.BacklogTable;
import dev.threadline.jobs.time.Span;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Walks queues for what was open and who waited at every full hour. */
final class BacklogJob {

    private BacklogJob() {}

    static Dataset<Row> run(SparkSession spark, Owners owners, long asOf) {
        JavaRDD<Row> rows = owners.rows()
                .mapPartitions(partition -> Owners.in(partition, Fact.Owner.QUEUE)
                        .flatMap(facts -> hours(facts, asOf))
                        .map(row -> BacklogTable.TABLE.toRow(row))
                        .iterator());
        return spark.createDataFrame(rows, BacklogTable.TABLE.schema());
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
