package dev.threadline.jobs.pipeline.increment;

import dev.threadline.ingestion.message.MessagesTable;
import dev.threadline.ingestion.warehouse.TableVersion;
import dev.threadline.ingestion.warehouse.Warehouse;
import dev.threadline.jobs.pipeline.increment.stated.State;
import dev.threadline.jobs.pipeline.input.MessageRows;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * The messages that were read for the last publication and those that are to be read now, told apart by the files that
 * came to the table and went from it since.
 */
final class MessageChanges {

    static final String STATE = "state";

    private final TableVersion after;
    private final Set<String> stayedFiles;
    private final Dataset<Row> rewritten;
    private final Dataset<Row> came;
    private final Dataset<Row> went;
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
        TableVersion before = warehouse.at(MessagesTable.TABLE, versionBefore);
        this.after = warehouse.at(MessagesTable.TABLE, version);
        this.stayedFiles = new HashSet<>(before.files().keySet());
        Set<String> cameFiles = new HashSet<>(after.files().keySet());
        stayedFiles.retainAll(cameFiles);
        cameFiles.removeAll(stayedFiles);
        Set<String> wentFiles = new HashSet<>(before.files().keySet());
        wentFiles.removeAll(stayedFiles);
        Dataset<Row> inNewFiles = MessageRows.narrow(after.rows(cameFiles));
        Dataset<Row> inOldFiles = MessageRows.narrow(before.rows(wentFiles));
        if (wentFiles.isEmpty()) {
            this.came = inNewFiles;
            this.went = inOldFiles;
            this.rewritten = inOldFiles;
        } else {
            // A file that holds a changed message was written again, with others that did not change.
            this.came = inNewFiles.except(inOldFiles);
            this.went = inOldFiles.except(inNewFiles);
            this.rewritten = inNewFiles.intersect(inOldFiles);
        }
    }

    /** All messages of either, with their {@link State}. */
    Dataset<Row> all() {
        return stayed().where(sentBy(asOf))
                .withColumn(
                        STATE,
                        functions.when(sentBy(asOfBefore), code(State.BOTH)).otherwise(code(State.AFTER)))
                .unionAll(came.where(sentBy(asOf)).withColumn(STATE, code(State.AFTER)))
                .unionAll(went.where(sentBy(asOfBefore)).withColumn(STATE, code(State.BEFORE)));
    }

    /** Those that are in both, as before. */
    Dataset<Row> unchanged() {
        return stayed().where(sentBy(asOfBefore)).withColumn(STATE, code(State.BOTH));
    }

    /** Source and thread of every message that is in only one of them. */
    Dataset<Row> changedThreads() {
        return List.of(
                        stayedAfter(asOfBefore).where(sentBy(asOf).and(functions.not(sentBy(asOfBefore)))),
                        came.where(sentBy(asOf)),
                        went)
                .stream()
                .map(rows -> rows.select(MessagesTable.SOURCE, MessagesTable.THREAD_ID))
                .reduce(Dataset::unionAll)
                .orElseThrow();
    }

    private Dataset<Row> stayed() {
        return MessageRows.narrow(after.rows(stayedFiles)).unionAll(rewritten);
    }

    private Dataset<Row> stayedAfter(long instant) {
        Set<String> files = after.filesAfter(MessagesTable.SENT_AT, Instant.ofEpochMilli(instant));
        files.retainAll(stayedFiles);
        return MessageRows.narrow(after.rows(files)).unionAll(rewritten);
    }

    private static Column sentBy(long instant) {
        return functions.col(MessagesTable.SENT_AT).leq(functions.lit(Instant.ofEpochMilli(instant)));
    }

    @SuppressWarnings("EnumOrdinal") // it travels between tasks of one build, never further
    private static Column code(State state) {
        return functions.lit(state.ordinal());
    }
}
