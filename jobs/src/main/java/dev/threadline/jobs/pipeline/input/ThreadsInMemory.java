package dev.threadline.jobs.pipeline.input;

import dev.threadline.ingestion.message.MessagesTable;
import dev.threadline.jobs.thread.Message;
import dev.threadline.jobs.thread.ThreadOrder;
import dev.threadline.jobs.thread.Utf8Order;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.functions;

/** The threads of a log that fits into memory, for what looks at all of it many times. */
public final class ThreadsInMemory {

    /** Of larger logs, a sample of threads stands for the whole. */
    public static final long MOST_RECORDS = 2_000_000;

    private static final int SHARES = 1000;

    private ThreadsInMemory() {}

    /** The records of threads with these ids alone. */
    public static Dataset<Row> only(Dataset<Row> messages, Collection<String> threadIds) {
        Dataset<Row> ids = messages.sparkSession()
                .createDataset(List.copyOf(threadIds), Encoders.STRING())
                .toDF(MessagesTable.THREAD_ID);
        return messages.join(
                ids, messages.col(MessagesTable.THREAD_ID).equalTo(ids.col(MessagesTable.THREAD_ID)), "left_semi");
    }

    /** All records, or those of as many threads as make up about {@link #MOST_RECORDS}; always the same ones. */
    public static Dataset<Row> sample(Dataset<Row> messages) {
        long count = messages.count();
        if (count <= MOST_RECORDS) {
            return messages;
        }
        Column hash = functions.xxhash64(functions.col(MessagesTable.SOURCE), functions.col(MessagesTable.THREAD_ID));
        long share = Math.max(1, MOST_RECORDS * SHARES / count);
        return messages.filter(functions.pmod(hash, functions.lit(SHARES)).lt(share));
    }

    /** Every thread's records in its order; the threads in the order of source and id. */
    public static Collection<List<Message>> read(Dataset<Row> messages) {
        Dataset<Row> rows = MessageRows.packed(MessageRows.narrow(messages))
                .select(functions.lit(0L).as("unhashed"), functions.col("*"));
        MessageRows reader = new MessageRows();
        Map<String, Map<String, List<Message>>> threads = new TreeMap<>(Utf8Order.COMPARATOR);
        for (InternalRow row :
                rows.queryExecution().toRdd().toJavaRDD().map(InternalRow::copy).collect()) {
            Message message = reader.read(row);
            threads.computeIfAbsent(message.source(), source -> new TreeMap<>(Utf8Order.COMPARATOR))
                    .computeIfAbsent(message.threadId(), thread -> new ArrayList<>())
                    .add(message);
        }
        List<List<Message>> ordered = threads.values().stream()
                .flatMap(source -> source.values().stream())
                .toList();
        ordered.forEach(thread -> thread.sort(ThreadOrder.COMPARATOR));
        return ordered;
    }
}
