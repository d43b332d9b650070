package dev.threadline.jobs.erasure;

import dev.threadline.ingestion.message.MessagesTable;
import dev.threadline.ingestion.warehouse.Warehouse;
import dev.threadline.jobs.sql.SqlFile;
import io.delta.tables.DeltaTable;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Takes text and names out of the messages of forgotten customers, in one transaction. */
final class MessageErasureJob {

    private static final String QUERY = "/erasure/anonymous_messages.sql";

    private static final List<String> REPLACED = List.of(
            MessagesTable.THREAD_ID,
            MessagesTable.MESSAGE_ID,
            MessagesTable.CUSTOMER_ID,
            MessagesTable.SENDER_ID,
            MessagesTable.TEXT,
            MessagesTable.SEQUENCE);

    private final Warehouse warehouse;
    private final SecureRandom random = new SecureRandom();

    MessageErasureJob(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /**
     * Replaces what leads to them.
     *
     * @param orders the pairs of threads whose order has to be kept, by source
     */
    void run(Forgotten forgotten, Map<String, List<ThreadTokens.Order>> orders) {
        Map<String, String> customers = forgotten.customers().stream()
                .distinct()
                .collect(Collectors.toMap(customer -> customer, customer -> ThreadTokens.token(random)));
        List<Row> names = new ArrayList<>();
        for (Map.Entry<String, Set<String>> source : threadsBySource(forgotten).entrySet()) {
            ThreadTokens tokens = ThreadTokens.draw(source.getValue(), orders.getOrDefault(source.getKey(), List.of()));
            names.addAll(names(source.getKey(), tokens, forgotten, customers));
        }
        replace(frame(names, "source", "thread_id", "thread_token", "customer_token"), customers);
    }

    private static Map<String, Set<String>> threadsBySource(Forgotten forgotten) {
        Map<String, Set<String>> threads = new HashMap<>();
        forgotten
                .threads()
                .forEach(thread -> threads.computeIfAbsent(thread.source(), source -> new HashSet<>())
                        .add(thread.threadId()));
        return threads;
    }

    private static List<Row> names(
            String source, ThreadTokens tokens, Forgotten forgotten, Map<String, String> customers) {
        Map<String, String> customerOf = new HashMap<>();
        forgotten.threads().stream()
                .filter(thread -> thread.source().equals(source))
                .forEach(thread -> customerOf.putIfAbsent(thread.threadId(), thread.customerId()));
        List<Row> names = new ArrayList<>();
        tokens.byThread()
                .forEach((thread, token) ->
                        names.add(RowFactory.create(source, thread, token, customers.get(customerOf.get(thread)))));
        return names;
    }

    private void replace(Dataset<Row> names, Map<String, String> customers) {
        warehouse.read(MessagesTable.TABLE).createOrReplaceTempView("messages");
        functions.broadcast(names).createOrReplaceTempView("names");
        List<Row> tokens = new ArrayList<>();
        customers.forEach((customer, token) -> tokens.add(RowFactory.create(customer, token)));
        functions.broadcast(frame(tokens, "customer_id", "customer_token")).createOrReplaceTempView("customers");
        Column sameMessage = functions
                .col("stored.source")
                .equalTo(functions.col("anonymous.source"))
                .and(functions.col("stored.thread_id").equalTo(functions.col("anonymous.old_thread_id")))
                .and(functions.col("stored.message_id").equalTo(functions.col("anonymous.old_message_id")));
        DeltaTable.forPath(warehouse.spark(), warehouse.location(MessagesTable.TABLE))
                .as("stored")
                .merge(warehouse.spark().sql(SqlFile.read(QUERY)).as("anonymous"), sameMessage)
                .whenMatched()
                .update(REPLACED.stream()
                        .collect(Collectors.toMap(name -> name, name -> functions.col("anonymous." + name))))
                .execute();
    }

    private Dataset<Row> frame(List<Row> rows, String... columns) {
        StructType schema = new StructType();
        for (String column : columns) {
            schema = schema.add(column, DataTypes.StringType);
        }
        return warehouse.spark().createDataFrame(rows, schema);
    }
}
