package dev.threadline.jobs.pipeline.increment;

import dev.threadline.ingestion.message.MessagesTable;
import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Threads by a 64-bit hash of source and id. Another thread that happens to share a hash is taken in as well: it is walked
 * and found unchanged.
 */
final class ThreadSet {

    private static final String HASH = "thread_hash";

    private final long[] hashes;

    private ThreadSet(long[] hashes) {
        this.hashes = hashes;
    }

    /** The threads named by the columns of source and thread. */
    static ThreadSet of(Dataset<Row> threads) {
        return new ThreadSet(threads.select(hash().as(HASH)).distinct().as(Encoders.LONG()).collectAsList().stream()
                .mapToLong(Long::longValue)
                .sorted()
                .toArray());
    }

    int size() {
        return hashes.length;
    }

    /** The rows of these threads. */
    Dataset<Row> only(Dataset<Row> rows) {
        return join(rows, "left_semi");
    }

    /** The rows of all other threads. */
    Dataset<Row> without(Dataset<Row> rows) {
        return join(rows, "left_anti");
    }

    private Dataset<Row> join(Dataset<Row> rows, String kind) {
        Dataset<Row> these = rows.sparkSession()
                .createDataset(Arrays.stream(hashes).boxed().toList(), Encoders.LONG())
                .toDF(HASH);
        return rows.join(functions.broadcast(these), hash().equalTo(these.col(HASH)), kind);
    }

    private static Column hash() {
        return functions.xxhash64(functions.col(MessagesTable.SOURCE), functions.col(MessagesTable.THREAD_ID));
    }
}
