package dev.threadline.jobs.erasure;

import dev.threadline.ingestion.message.MessagesTable;
import dev.threadline.ingestion.warehouse.Warehouse;
import dev.threadline.jobs.sql.SqlFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Finds the threads of customers who are to be forgotten, and what their names decide. */
final class ForgottenJob {

    private static final String THREADS = "/erasure/threads.sql";
    private static final String ORDERS = "/erasure/orders.sql";

    private final Warehouse warehouse;

    ForgottenJob(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /**
     * What there is of them in the newest version of the messages.
     *
     * @param source whose customers they are; without it those of all sources
     */
    Forgotten find(List<String> customers, Optional<String> source) {
        if (!warehouse.has(MessagesTable.TABLE)) {
            return new Forgotten(customers, source, List.of(), Set.of());
        }
        Dataset<Row> all = warehouse.read(MessagesTable.TABLE);
        Dataset<Row> messages = source.map(
                        only -> all.where(functions.col(MessagesTable.SOURCE).equalTo(only)))
                .orElse(all);
        messages.createOrReplaceTempView("messages");
        customers(customers).createOrReplaceTempView("customers");
        List<ForgottenThread> threads = warehouse.spark().sql(SqlFile.read(THREADS)).collectAsList().stream()
                .map(row -> new ForgottenThread(row.getString(0), row.getString(1), row.getString(2), row.getLong(3)))
                .toList();
        return new Forgotten(customers, source, threads, threads.isEmpty() ? Set.of() : senders(messages, threads));
    }

    /** The pairs of threads whose order has to be kept, by source. */
    Map<String, List<ThreadTokens.Order>> orders(List<ForgottenThread> threads) {
        warehouse.read(MessagesTable.TABLE).createOrReplaceTempView("messages");
        frame(threads).createOrReplaceTempView("forgotten");
        Map<String, List<ThreadTokens.Order>> orders = new HashMap<>();
        for (Row row : warehouse.spark().sql(SqlFile.read(ORDERS)).collectAsList()) {
            orders.computeIfAbsent(row.getString(0), source -> new ArrayList<>())
                    .add(new ThreadTokens.Order(row.getString(1), row.getString(2)));
        }
        return orders;
    }

    private Set<String> senders(Dataset<Row> messages, List<ForgottenThread> threads) {
        Set<String> senders = new HashSet<>();
        messages.join(functions.broadcast(frame(threads)), new String[] {MessagesTable.SOURCE, MessagesTable.THREAD_ID})
                .where(functions.col(MessagesTable.SENDER_ROLE).equalTo("customer"))
                .select(MessagesTable.SENDER_ID)
                .distinct()
                .collectAsList()
                .forEach(row -> senders.add(row.getString(0)));
        return senders;
    }

    private Dataset<Row> customers(List<String> customers) {
        return warehouse
                .spark()
                .createDataFrame(
                        customers.stream().map(RowFactory::create).toList(),
                        new StructType().add("customer_id", DataTypes.StringType));
    }

    private Dataset<Row> frame(List<ForgottenThread> threads) {
        SparkSession spark = warehouse.spark();
        return spark.createDataFrame(
                        threads.stream()
                                .map(thread -> RowFactory.create(thread.source(), thread.threadId()))
                                .toList(),
                        new StructType()
                                .add(MessagesTable.SOURCE, DataTypes.StringType)
                                .add(MessagesTable.THREAD_ID, DataTypes.StringType))
                .distinct();
    }
}
