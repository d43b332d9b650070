package dev.threadline.jobs.publish;

import dev.threadline.ingestion.warehouse.Table;
import dev.threadline.ingestion.warehouse.TableWriter;
import dev.threadline.ingestion.warehouse.Warehouse;
import dev.threadline.jobs.conversation.ConversationsTable;
import dev.threadline.jobs.publication.Restatement;
import dev.threadline.jobs.publication.TableVersions;
import dev.threadline.jobs.sql.SqlFile;
import dev.threadline.jobs.walk.ConversationMessagesTable;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Notes which conversations of the last publication have another id now, and which one that is. */
final class RestatementsJob {

    private static final String QUERY = "/restatements.sql";

    private final Warehouse warehouse;

    RestatementsJob(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /**
     * Adds what changed to the table, and the table's version to {@code versions}. What the table says of an id already is not
     * added again.
     *
     * @param before the rows of each table that were there, at least those of threads that changed; none at the first build
     * @param now the rows that are there, likewise
     */
    void run(
            Optional<Function<Table<?>, Dataset<Row>>> before,
            Function<Table<?>, Dataset<Row>> now,
            TableVersions versions,
            PublishJob.Request request) {
        TableWriter writer = new TableWriter(warehouse);
        writer.create(Restatement.TABLE);
        if (before.isPresent()) {
            Dataset<Row> changed = changed(before.get(), now)
                    .withColumn("run_id", functions.lit(request.runId()))
                    .withColumn("restated_at", functions.lit(request.clock().get()));
            if (!changed.isEmpty()) {
                writer.append(Restatement.TABLE, changed);
            }
        }
        versions.put(Restatement.TABLE, warehouse.version(Restatement.TABLE));
    }

    private Dataset<Row> changed(Function<Table<?>, Dataset<Row>> before, Function<Table<?>, Dataset<Row>> now) {
        for (Table<?> table : List.of(ConversationsTable.TABLE, ConversationMessagesTable.TABLE)) {
            before.apply(table).createOrReplaceTempView("old_" + table.name());
            now.apply(table).createOrReplaceTempView("new_" + table.name());
        }
        warehouse.read(Restatement.TABLE).createOrReplaceTempView("known_restatements");
        return warehouse.spark().sql(SqlFile.read(QUERY));
    }
}
