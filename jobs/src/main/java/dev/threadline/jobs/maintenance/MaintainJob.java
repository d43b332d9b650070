package dev.threadline.jobs.maintenance;

import dev.threadline.ingestion.message.MessagesTable;
import dev.threadline.ingestion.message.StoredTexts;
import dev.threadline.ingestion.warehouse.Compaction;
import dev.threadline.ingestion.warehouse.Compaction.Compacted;
import dev.threadline.ingestion.warehouse.Table;
import dev.threadline.ingestion.warehouse.TableWriter;
import dev.threadline.ingestion.warehouse.Vacuum;
import dev.threadline.ingestion.warehouse.Warehouse;
import dev.threadline.jobs.config.Retention;
import dev.threadline.jobs.pipeline.progress.Progress;
import dev.threadline.jobs.publication.Publication;
import dev.threadline.jobs.publication.Publications;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps a warehouse small and quick: takes old texts out, joins small files, retires publications, shortens logs, deletes
 * files. Each step is a transaction of its own that another run may follow: after a crash the next one goes on.
 */
public final class MaintainJob {

    /** Longer than any run is at work: a younger file that no version holds may be one that is still being written. */
    public static final Duration LONGEST_RUN = Duration.ofHours(24);

    private final Warehouse warehouse;
    private final Retention retention;
    private final Progress progress;
    private final Publications publications;

    public MaintainJob(Warehouse warehouse, Retention retention, Progress progress) {
        this.warehouse = warehouse;
        this.retention = retention;
        this.progress = progress;
        this.publications = new Publications(warehouse);
    }

    /**
     * What was done.
     *
     * @param texts of messages and rejects that were removed
     * @param published the publication that shows the rewritten files; none if what readers see was not rewritten
     * @param retired publications that cannot be read any more
     */
    public record Done(
            long texts, Joined joined, Optional<Publication> published, List<Long> retired, Vacuum.Freed freed) {}

    /** Files of the tables that grow run by run, before and after small ones were joined. */
    public record Joined(long filesBefore, long filesAfter) {}

    /** Runs at an instant, by which the ages of everything are judged. */
    public Done run(String runId, Instant now) {
        ShownVersions shown = new ShownVersions(warehouse, publications);
        describe(shown);
        Duration kept = retention.text();
        long texts = kept == null ? 0 : new TextRetentionJob(warehouse, shown).run(now.minus(kept));
        progress.step("texts");
        Joined joined = join(shown, now);
        progress.step("small files");
        Optional<Publication> published = shown.publish(runId, now.toEpochMilli());
        List<Long> retired = new Retirement(publications).run(now, retention.publications(), shown::needs);
        progress.step("publications");
        Instant overdue = now.minus(LONGEST_RUN);
        Vacuum.Freed freed = new PinnedFiles(warehouse, publications).deleteOthers(new Vacuum.Limits(overdue, overdue));
        progress.step("files that nobody needs");
        return new Done(texts, joined, published, retired, freed);
    }

    /**
     * Tables of an earlier version of Threadline get the settings that keep old versions readable; not messages before their
     * texts are read again, which an ingestion does by what the table says of them.
     */
    private void describe(ShownVersions shown) {
        TableWriter writer = new TableWriter(warehouse);
        boolean readOtherwise = new StoredTexts(warehouse).wereReadOtherwise();
        for (Table<?> table : WarehouseTables.all()) {
            boolean waits = readOtherwise && table.equals(MessagesTable.TABLE);
            if (warehouse.has(table) && !waits) {
                shown.moved(table, warehouse.version(table), writer.describe(table));
            }
        }
    }

    private Joined join(ShownVersions shown, Instant now) {
        long before = 0;
        long after = 0;
        for (Table<?> table : WarehouseTables.APPENDED) {
            if (warehouse.has(table) && shown.isShown(table, warehouse.version(table))) {
                Compacted compacted = new Compaction(warehouse).run(table, now.toEpochMilli());
                shown.moved(table, compacted.versionBefore(), compacted.version());
                before += compacted.filesBefore();
                after += compacted.filesAfter();
            }
        }
        return new Joined(before, after);
    }
}
