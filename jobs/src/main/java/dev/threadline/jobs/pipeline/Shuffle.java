package dev.threadline.jobs.pipeline;

import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.functions;

/** Brings rows that share a key together, sorted. */
final class Shuffle {

    private Shuffle() {}

    /**
     * Shuffles rows by their first columns and sorts each partition by those and then by {@code order}.
     *
     * <p>The result stays as Spark's own rows: its shuffle files serve every later use of it, and two results of the same
     * key types and number of partitions have a key in the same partition. A row is only valid until the next is asked for.
     *
     * @param keyColumns how many leading columns make up the key
     */
    static JavaRDD<InternalRow> by(Dataset<Row> rows, int partitions, int keyColumns, String... order) {
        Column[] key = Arrays.stream(rows.columns())
                .limit(keyColumns)
                .map(functions::col)
                .toArray(Column[]::new);
        Column[] sort = Stream.concat(Arrays.stream(key), Arrays.stream(order).map(functions::col))
                .toArray(Column[]::new);
        return rows.repartition(partitions, key)
                .sortWithinPartitions(sort)
                .queryExecution()
                .toRdd()
                .toJavaRDD();
    }
}
