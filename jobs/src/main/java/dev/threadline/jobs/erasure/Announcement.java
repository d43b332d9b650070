package dev.threadline.jobs.erasure;

import dev.threadline.ingestion.message.MessagesTable;
import dev.threadline.ingestion.message.RejectedRecordsTable;
import dev.threadline.ingestion.warehouse.TableWriter;
import dev.threadline.ingestion.warehouse.Warehouse;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Lets runs that are at work know who is forgotten: those that looked at the list before do not come to add what they made,
 * so that whatever is added to messages and refused records from then on was made with the list.
 */
final class Announcement {

    private final Warehouse warehouse;
    private final ErasedList list;
    private final String runId;
    private final Instant now;

    Announcement(Warehouse warehouse, ErasedList list, String runId, Instant now) {
        this.warehouse = warehouse;
        this.list = list;
        this.runId = runId;
        this.now = now;
    }

    /**
     * Puts them on the list and announces it.
     *
     * @param search looks for them in the newest messages; once more, if others came before the announcement
     * @return what was found of them, of all that there is without the list
     */
    Forgotten of(Supplier<Forgotten> search) {
        TableWriter writer = new TableWriter(warehouse);
        while (true) {
            long searched = warehouse.versionIfAny(MessagesTable.TABLE);
            Forgotten forgotten = search.get();
            list.add(forgotten, runId, now);
            writer.announceErasure(RejectedRecordsTable.TABLE);
            if (writer.announceErasure(MessagesTable.TABLE) == searched + 1) {
                return forgotten;
            }
        }
    }
}
