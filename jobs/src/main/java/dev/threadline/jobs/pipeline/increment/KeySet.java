package dev.threadline.jobs.pipeline.increment;

import dev.threadline.ingestion.message.MessagesTable;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;
import scala.reflect.ClassTag$;

/**
 * Keys, such as threads, by a 64-bit hash of their columns. Another key that happens to share a hash is taken in as well: it
 * is walked and found unchanged.
 */
final class KeySet implements Serializable {

    private static final long serialVersionUID = 1;

    private static final String HASH = "key_hash";
    private static final String HASH_OF_LAST = "hash_of_last_column";

    private final List<String> columns;
    private final long[] hashes;

    /** Of the last column alone: it tells most rows apart, and the others need not be read for those. */
    private final long[] hashesOfLast;

    private KeySet(List<String> columns, long[] hashes, long[] hashesOfLast) {
        this.columns = columns;
        this.hashes = hashes;
        this.hashesOfLast = hashesOfLast;
    }

    /** The threads named by the columns of source and thread. */
    static KeySet threads(Dataset<Row> rows) {
        return of(rows, MessagesTable.SOURCE, MessagesTable.THREAD_ID);
    }

    /** The values that some columns have together. */
    static KeySet of(Dataset<Row> rows, String... columns) {
        List<String> key = List.of(columns);
        List<Row> keys = rows.select(hash(key).as(HASH), hash(last(key)).as(HASH_OF_LAST))
                .distinct()
                .collectAsList();
        return new KeySet(key, sorted(keys, 0), sorted(keys, 1));
    }

    private static long[] sorted(List<Row> rows, int column) {
        return rows.stream()
                .mapToLong(row -> row.getLong(column))
                .distinct()
                .sorted()
                .toArray();
    }

    int size() {
        return hashes.length;
    }

    /** The keys that are not among others. */
    KeySet less(KeySet others) {
        long[] rest = Arrays.stream(hashes)
                .filter(hash -> Arrays.binarySearch(others.hashes, hash) < 0)
                .toArray();
        return new KeySet(columns, rest, columns.size() == 1 ? rest : hashesOfLast);
    }

    /** The rows of these keys. */
    Dataset<Row> only(Dataset<Row> rows) {
        Broadcast<KeySet> sent = sent(rows.sparkSession());
        // One condition after the other, as all columns of a condition are read before it is asked.
        return rows.where(mayBeOf(sent)).where(isOf(sent));
    }

    /** The rows of all other keys. */
    Dataset<Row> without(Dataset<Row> rows) {
        return rows.where(functions.not(isOf(sent(rows.sparkSession()))));
    }

    /** Whether a key of such a hash is one of them. */
    boolean has(long hash) {
        return Arrays.binarySearch(hashes, hash) >= 0;
    }

    private boolean hasLast(long hash) {
        return Arrays.binarySearch(hashesOfLast, hash) >= 0;
    }

    /** These, sent to every worker once. */
    Broadcast<KeySet> sent(SparkSession spark) {
        return spark.sparkContext().broadcast(this, ClassTag$.MODULE$.apply(KeySet.class));
    }

    /** Whether a row is of keys that were sent. */
    static Column isOf(Broadcast<KeySet> keys) {
        return asked(keys, KeySet::has, hash(keys.value().columns));
    }

    /** Whether a row may be of keys that were sent, by the last of their columns. */
    static Column mayBeOf(Broadcast<KeySet> keys) {
        return asked(keys, KeySet::hasLast, hash(last(keys.value().columns)));
    }

    private static Column asked(Broadcast<KeySet> keys, Question question, Column hash) {
        return functions.udf(new Asked(keys, question), DataTypes.BooleanType).apply(hash);
    }

    private static List<String> last(List<String> columns) {
        return columns.subList(columns.size() - 1, columns.size());
    }

    private static Column hash(List<String> columns) {
        return functions.xxhash64(columns.stream().map(functions::col).toArray(Column[]::new));
    }

    private interface Question extends Serializable {
        boolean ask(KeySet keys, long hash);
    }

    /** Takes what was sent once for a task, not for each of its rows. */
    private static final class Asked implements UDF1<Long, Boolean> {

        private static final long serialVersionUID = 1;

        private final Broadcast<KeySet> sent;
        private final Question question;
        private transient @Nullable KeySet keys;

        Asked(Broadcast<KeySet> sent, Question question) {
            this.sent = sent;
            this.question = question;
        }

        @Override
        public Boolean call(Long hash) {
            KeySet known = keys;
            if (known == null) {
                known = sent.value();
                keys = known;
            }
            return question.ask(known, hash);
        }
    }
}
