package dev.threadline.jobs.pipeline.increment;

import dev.threadline.ingestion.warehouse.InternalRows;
import dev.threadline.jobs.pipeline.fact.Fact;
import dev.threadline.jobs.pipeline.increment.stated.StatedFindings;
import dev.threadline.jobs.pipeline.increment.stated.StatedRows;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;

/** Walks customers as they were and as they are. */
final class CustomerChanges {

    private CustomerChanges() {}

    /**
     * What the conversations of customers told and tell each other.
     *
     * @param told facts about threads that are not walked: all other conversations of the walked threads' customers
     */
    static Dataset<Row> findings(KnownFacts known, Dataset<Row> told) {
        Dataset<Row> facts = known.of(Fact.Owner.CUSTOMER).unionAll(told);
        JavaRDD<InternalRow> findings = OwnerGroups.shuffled(facts, known.partitions())
                .mapPartitions(rows -> OwnerGroups.in(rows)
                        .flatMap(customer -> StatedFindings.of(customer).stream())
                        .map(finding -> StatedRows.FINDINGS.toInternalRow(finding))
                        .iterator());
        return InternalRows.dataset(known.spark(), findings, StatedRows.FINDINGS.schema());
    }
}
