package dev.threadline.jobs.pipeline.input;

import dev.threadline.ingestion.message.MessagesTable;
import dev.threadline.ingestion.warehouse.TableVersion;
import dev.threadline.ingestion.warehouse.Warehouse;
import java.util.HashSet;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What differs between two versions of the messages, as far as a build reads them: told by the files that came to the table
 * and went from it, and by the rows of those.
 */
public final class MessageDifference {

    private final TableVersion after;
    private final Set<String> stayedFiles;
    private final Dataset<Row> rewritten;
    private final Dataset<Row> came;
    private final Dataset<Row> went;

    public MessageDifference(Warehouse warehouse, long versionBefore, long version) {
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

    /** Whether two versions tell a build the same, though texts may have gone and files be joined in between. */
    public static boolean isNone(Warehouse warehouse, long version, long other) {
        if (warehouse.haveSameFiles(MessagesTable.TABLE, version, other)) {
            return true;
        }
        MessageDifference difference = new MessageDifference(warehouse, version, other);
        return difference.came().isEmpty() && difference.went().isEmpty();
    }

    /** The version after. */
    public TableVersion after() {
        return after;
    }

    /** The names of the files that are in both. */
    public Set<String> stayedFiles() {
        return new HashSet<>(stayedFiles);
    }

    /** Messages of other files that are in both, as before. */
    public Dataset<Row> rewritten() {
        return rewritten;
    }

    /** Messages that were not there, or were otherwise. */
    public Dataset<Row> came() {
        return came;
    }

    /** Messages that are there no more, or are otherwise. */
    public Dataset<Row> went() {
        return went;
    }
}
