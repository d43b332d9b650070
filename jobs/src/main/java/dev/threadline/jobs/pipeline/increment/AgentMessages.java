package dev.threadline.jobs.pipeline.increment;

import static org.apache.spark.sql.functions.col;

import dev.threadline.ingestion.warehouse.Warehouse;
import dev.threadline.jobs.pipeline.increment.window.WindowColumns;
import dev.threadline.jobs.pipeline.increment.window.Windows;
import dev.threadline.jobs.publication.TableVersions;
import dev.threadline.jobs.thread.Kind;
import dev.threadline.jobs.thread.Role;
import dev.threadline.jobs.walk.ConversationMessagesTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The public messages of agents as the last publication has them, whose files are kept apart by age: of a long history only
 * those of the time that is asked for are read.
 */
final class AgentMessages {

    private final Warehouse warehouse;
    private final TableVersions before;
    private final WindowColumns windows;

    AgentMessages(Warehouse warehouse, TableVersions before) {
        this.warehouse = warehouse;
        this.before = before;
        this.windows = new WindowColumns(warehouse.spark());
    }

    /** Those within windows of their agents. */
    Dataset<Row> within(Windows agents) {
        Column at = col("sent_at");
        return before.read(warehouse, ConversationMessagesTable.TABLE)
                .where(col("sender_role").equalTo(Role.AGENT.code()))
                .where(col("kind").equalTo(Kind.MESSAGE.code()))
                .where(windows.touch(agents, col("sender_id"), at, at));
    }
}
