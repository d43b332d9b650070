package dev.threadline.jobs.pipeline.increment;

import dev.threadline.ingestion.message.MessagesTable;
import dev.threadline.ingestion.warehouse.Warehouse;
import dev.threadline.jobs.pipeline.increment.stated.State;
import dev.threadline.jobs.pipeline.input.MessageDifference;
import dev.threadline.jobs.pipeline.input.MessageRows;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** The messages that were read for the last publication and those that are to be read now, each with its {@link State}. */
final class MessageChanges {

    static final String STATE = "state";

    private final MessageDifference difference;
    private final long asOfBefore;
    private final long asOf;

    /**
     * Compares two versions of the table.
     *
     * @param asOfBefore as-of of the last publication, epoch milliseconds
     * @param asOf as-of now, not before that
     */
    MessageChanges(Warehouse warehouse, long versionBefore, long version, long asOfBefore, long asOf) {
        this.asOfBefore = asOfBefore;
        this.asOf = asOf;
        this.difference = new MessageDifference(warehouse, versionBefore, version);
    }

    /** All messages of either, with their {@link State}. */
    Dataset<Row> all() {
        return stayed().where(sentBy(asOf))
                .withColumn(
                        STATE,
                        functions.when(sentBy(asOfBefore), code(State.BOTH)).otherwise(code(State.AFTER)))
                .unionAll(difference.came().where(sentBy(asOf)).withColumn(STATE, code(State.AFTER)))
                .unionAll(difference.went().where(sentBy(asOfBefore)).withColumn(STATE, code(State.BEFORE)));
    }

    /** Those that are in both, as before. */
    Dataset<Row> unchanged() {
        return stayed().where(sentBy(asOfBefore)).withColumn(STATE, code(State.BOTH));
    }

    /** Source and thread of every message that is in only one of them. */
    Dataset<Row> changedThreads() {
        return List.of(
                        stayedAfter(asOfBefore).where(sentBy(asOf).and(functions.not(sentBy(asOfBefore)))),
                        difference.came().where(sentBy(asOf)),
                        difference.went())
                .stream()
                .map(rows -> rows.select(MessagesTable.SOURCE, MessagesTable.THREAD_ID))
                .reduce(Dataset::unionAll)
                .orElseThrow();
    }

    private Dataset<Row> stayed() {
        return ofFiles(difference.stayedFiles());
    }

    private Dataset<Row> stayedAfter(long instant) {
        Set<String> files = difference.stayedFiles();
        files.retainAll(difference.after().filesAfter(MessagesTable.SENT_AT, Instant.ofEpochMilli(instant)));
        return ofFiles(files);
    }

    private Dataset<Row> ofFiles(Set<String> stayed) {
        return MessageRows.narrow(difference.after().rows(stayed)).unionAll(difference.rewritten());
    }

    private static Column sentBy(long instant) {
        return functions.col(MessagesTable.SENT_AT).leq(functions.lit(Instant.ofEpochMilli(instant)));
    }

    @SuppressWarnings("EnumOrdinal") // it travels between tasks of one build, never further
    private static Column code(State state) {
        return functions.lit(state.ordinal());
    }
}
