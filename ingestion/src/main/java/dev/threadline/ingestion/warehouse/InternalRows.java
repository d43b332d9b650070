package dev.threadline.ingestion.warehouse;

import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;

/**
 * Walks over a data set's rows in the form in which Spark moves them. For ten million messages it saves most of what
 * turning each into a {@link Row} and back would cost; nothing else uses Spark's inner row format.
 */
public final class InternalRows {

    /** A walk over the rows of one partition; rows it keeps for later must be copied. */
    @FunctionalInterface
    public interface Walk extends FlatMapFunction<java.util.Iterator<InternalRow>, InternalRow> {}

    private InternalRows() {}

    /** The rows of a data set. */
    public static JavaRDD<InternalRow> of(Dataset<Row> rows) {
        return ((org.apache.spark.sql.classic.Dataset<Row>) rows)
                .queryExecution()
                .toRdd()
                .toJavaRDD();
    }

    /** What a walk makes of each partition of a data set. */
    public static Dataset<Row> walk(Dataset<Row> rows, Walk walk, StructType schema) {
        return dataset(rows.sparkSession(), of(rows).mapPartitions(walk, true), schema);
    }

    /** A data set of rows that have the fields of {@code schema}. */
    public static Dataset<Row> dataset(SparkSession spark, JavaRDD<InternalRow> rows, StructType schema) {
        return ((org.apache.spark.sql.classic.SparkSession) spark).internalCreateDataFrame(rows.rdd(), schema, false);
    }
}
