package dev.threadline.jobs.pipeline.increment;

import dev.threadline.ingestion.message.MessagesTable;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import scala.reflect.ClassTag$;

/**
 * Keys, such as threads, by a 64-bit hash of their columns. Another key that happens to share a hash is taken in as well: it
 * is walked and found unchanged.
 */
final class KeySet implements Serializable {

    private static final long serialVersionUID = 1;

    private static final String HASH = "key_hash";

    private final List<String> columns;
    private final long[] hashes;

    private KeySet(List<String> columns, long[] hashes) {
        this.columns = columns;
        this.hashes = hashes;
    }

    /** The threads named by the columns of source and thread. */
    static KeySet threads(Dataset<Row> rows) {
        return of(rows, MessagesTable.SOURCE, MessagesTable.THREAD_ID);
    }

    /** The values that some columns have together. */
    static KeySet of(Dataset<Row> rows, String... columns) {
        List<String> key = List.of(columns);
        long[] hashes = rows.select(hash(key).as(HASH)).distinct().as(Encoders.LONG()).collectAsList().stream()
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
        return new KeySet(key, hashes);
    }

    int size() {
        return hashes.length;
    }

    /** The keys that are not among others. */
    KeySet less(KeySet others) {
        long[] rest = Arrays.stream(hashes)
                .filter(hash -> Arrays.binarySearch(others.hashes, hash) < 0)
                .toArray();
        return new KeySet(columns, rest);
    }

    /** The rows of these keys. */
    Dataset<Row> only(Dataset<Row> rows) {
        return join(rows, "left_semi");
    }

    /** The rows of all other keys. */
    Dataset<Row> without(Dataset<Row> rows) {
        return join(rows, "left_anti");
    }

    /** Whether a key of such a hash is one of them. */
    boolean has(long hash) {
        return Arrays.binarySearch(hashes, hash) >= 0;
    }

    /** These, sent to every worker once. */
    Broadcast<KeySet> sent(SparkSession spark) {
        return spark.sparkContext().broadcast(this, ClassTag$.MODULE$.apply(KeySet.class));
    }

    /** Whether a row is of keys that were sent. */
    static Column isOf(Broadcast<KeySet> keys) {
        return functions
                .udf((UDF1<Long, Boolean>) hash -> keys.value().has(hash), DataTypes.BooleanType)
                .apply(hash(keys.value().columns));
    }

    private Dataset<Row> join(Dataset<Row> rows, String kind) {
        Dataset<Row> these = rows.sparkSession()
                .createDataset(Arrays.stream(hashes).boxed().toList(), Encoders.LONG())
                .toDF(HASH);
        return rows.join(functions.broadcast(these), hash(columns).equalTo(these.col(HASH)), kind);
    }

    private static Column hash(List<String> columns) {
        return functions.xxhash64(columns.stream().map(functions::col).toArray(Column[]::new));
    }
}
