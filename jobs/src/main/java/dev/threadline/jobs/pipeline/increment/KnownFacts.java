package dev.threadline.jobs.pipeline.increment;

import static org.apache.spark.sql.functions.col;

import dev.threadline.jobs.pipeline.fact.Fact;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Facts that walked threads told and tell, each with its state: what walks over their owners start from.
 *
 * @param rows of {@link dev.threadline.jobs.pipeline.increment.stated.StatedRows#FACTS}
 * @param partitions into how many pieces they are shuffled
 */
record KnownFacts(Dataset<Row> rows, int partitions) {

    SparkSession spark() {
        return rows.sparkSession();
    }

    /** Those about owners of a kind. */
    @SuppressWarnings("EnumOrdinal") // it travels between tasks of one build, never further
    Dataset<Row> of(Fact.Owner owner) {
        return rows.where(col("owner").equalTo(owner.ordinal()));
    }
}
