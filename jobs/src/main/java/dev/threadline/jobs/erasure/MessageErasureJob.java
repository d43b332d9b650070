package dev.threadline.jobs.erasure;

import dev.threadline.ingestion.message.MessagesTable;
import dev.threadline.ingestion.warehouse.Warehouse;
import dev.threadline.jobs.sql.SqlFile;
import io.delta.tables.DeltaTable;
import java.util.List;
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

    MessageErasureJob(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** Replaces what leads to them. */
    void run(Pseudonyms pseudonyms) {
        warehouse.read(MessagesTable.TABLE).createOrReplaceTempView("messages");
        List<Row> threads = pseudonyms.threads().stream()
                .map(thread ->
                        RowFactory.create(thread.source(), thread.threadId(), thread.token(), thread.customerToken()))
                .toList();
        broadcast("names", threads, "source", "thread_id", "thread_token", "customer_token");
        List<Row> customers = pseudonyms.customers().entrySet().stream()
                .map(customer -> RowFactory.create(customer.getKey(), customer.getValue()))
                .toList();
        broadcast("customers", customers, "customer_id", "customer_token");
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

    private void broadcast(String view, List<Row> rows, String... columns) {
        StructType schema = new StructType();
        for (String column : columns) {
            schema = schema.add(column, DataTypes.StringType);
        }
        Dataset<Row> frame = warehouse.spark().createDataFrame(rows, schema);
        functions.broadcast(frame).createOrReplaceTempView(view);
    }
}
