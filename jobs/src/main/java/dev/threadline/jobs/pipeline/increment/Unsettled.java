package dev.threadline.jobs.pipeline.increment;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import dev.threadline.ingestion.message.MessagesTable;
import dev.threadline.ingestion.warehouse.Warehouse;
import dev.threadline.jobs.config.Configuration;
import dev.threadline.jobs.config.Policy;
import dev.threadline.jobs.conversation.ConversationsTable;
import dev.threadline.jobs.conversation.Repeat;
import dev.threadline.jobs.publication.Publication;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Threads of the last publication that change by the passing of time: with a conversation that was open; that is not
 * provisional any more, as its reopen window or look-ahead passed; or that a model ended, and becomes surer of until it would
 * have been given up.
 */
final class Unsettled {

    private final Configuration configuration;
    private final Publication last;
    private final long asOf;

    /** Between the last publication and as-of, epoch milliseconds. */
    Unsettled(Configuration configuration, Publication last, long asOf) {
        this.configuration = configuration;
        this.last = last;
        this.asOf = asOf;
    }

    /** Their source and thread. */
    Dataset<Row> threads(Warehouse warehouse) {
        return last.tableVersions()
                .read(warehouse, ConversationsTable.TABLE)
                .where(open().or(settled()).or(judged()))
                .select(MessagesTable.SOURCE, MessagesTable.THREAD_ID);
    }

    private static Column open() {
        return col("end_reason").equalTo("open");
    }

    /** Whichever channel the last activity came by: the window of each is tried. */
    private Column settled() {
        Column lookedAhead = passed("ended_at", Repeat.COMES_BACK_WITHIN);
        return col("provisional")
                .and(reopenWindows().map(window -> passed("closed_at", window)).reduce(lookedAhead, Column::or));
    }

    private Stream<Duration> reopenWindows() {
        return configuration.allRules().map(rules -> rules.reopenWindow()).distinct();
    }

    private Column judged() {
        return configuration.policy() == Policy.LEARNED
                ? col("end_reason")
                        .equalTo("model")
                        .and(col("ended_at").gt(instant(last.asOf(), configuration.giveUp())))
                : lit(false);
    }

    /** Whether so long after an instant lies between the last publication and now. */
    private Column passed(String column, Duration after) {
        return col(column).gt(instant(last.asOf(), after)).and(col(column).leq(instant(asOf, after)));
    }

    private static Column instant(long at, Duration before) {
        return lit(Instant.ofEpochMilli(at).minus(before));
    }
}
