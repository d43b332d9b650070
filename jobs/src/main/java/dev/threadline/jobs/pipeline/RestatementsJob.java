package dev.threadline.jobs.pipeline;

import dev.threadline.ingestion.warehouse.Table;
import dev.threadline.ingestion.warehouse.TableWriter;
import dev.threadline.ingestion.warehouse.Warehouse;
import dev.threadline.jobs.conversation.ConversationsTable;
import dev.threadline.jobs.publication.Publication;
import dev.threadline.jobs.publication.Restatement;
import dev.threadline.jobs.publication.TableVersions;
import dev.threadline.jobs.sql.SqlFile;
import dev.threadline.jobs.walk.ConversationMessagesTable;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** Notes which conversations of the last publication have another id now, and which one that is. */
final class RestatementsJob {

    private static final String QUERY = "/restatements.sql";

    private final Warehouse warehouse;

    RestatementsJob(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** Adds what changed since {@code before} to the table, and the table's version to {@code versions}. */
    void run(Optional<Publication> before, TableVersions versions, PublishJob.Request request) {
        TableWriter writer = new TableWriter(warehouse);
        writer.create(Restatement.TABLE);
        if (before.isPresent()) {
            Dataset<Row> changed = changed(before.get().tableVersions(), versions)
                    .withColumn("run_id", functions.lit(request.runId()))
                    .withColumn("restated_at", functions.lit(request.clock().get()));
            if (!changed.isEmpty()) {
                writer.append(Restatement.TABLE, changed);
            }
        }
        versions.put(Restatement.TABLE, warehouse.version(Restatement.TABLE));
    }

    private Dataset<Row> changed(TableVersions before, TableVersions now) {
        SparkSession spark = warehouse.spark();
        view("old_conversations", ConversationsTable.TABLE, before);
        view("old_conversation_messages", ConversationMessagesTable.TABLE, before);
        view("new_conversations", ConversationsTable.TABLE, now);
        view("new_conversation_messages", ConversationMessagesTable.TABLE, now);
        return spark.sql(SqlFile.read(QUERY));
    }

    private void view(String name, Table<?> table, TableVersions versions) {
        versions.read(warehouse, table).createOrReplaceTempView(name);
    }
}
