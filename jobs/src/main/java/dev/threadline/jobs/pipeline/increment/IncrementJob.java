package dev.threadline.jobs.pipeline.increment;

import dev.threadline.ingestion.message.MessagesTable;
import dev.threadline.ingestion.warehouse.AgeBands;
import dev.threadline.ingestion.warehouse.Table;
import dev.threadline.ingestion.warehouse.TableWriter;
import dev.threadline.ingestion.warehouse.Warehouse;
import dev.threadline.jobs.config.Configuration;
import dev.threadline.jobs.metric.MetricDefinition;
import dev.threadline.jobs.pipeline.BuiltThreads;
import dev.threadline.jobs.pipeline.WalkPlan;
import dev.threadline.jobs.pipeline.increment.table.ChangedFiles;
import dev.threadline.jobs.pipeline.increment.table.ChangedTables;
import dev.threadline.jobs.pipeline.increment.table.RowChanges;
import dev.threadline.jobs.pipeline.increment.table.RowsOfChange;
import dev.threadline.jobs.pipeline.increment.table.TableRewrite;
import dev.threadline.jobs.pipeline.progress.Progress;
import dev.threadline.jobs.pipeline.progress.Steps;
import dev.threadline.jobs.pipeline.shuffle.Partitions;
import dev.threadline.jobs.publication.BuiltTables;
import dev.threadline.jobs.publication.Publication;
import dev.threadline.jobs.publication.TableVersions;
import dev.threadline.jobs.sensitivity.PolicySensitivityTable;
import dev.threadline.jobs.sensitivity.ThreadSample;
import java.util.List;
import java.util.Optional;

/**
 * Brings the tables of the last publication up to date. Walked again are threads with messages that came or changed, and
 * those with a conversation that time alone may end; of others only what bears on them is read, or walked where it must be.
 * Each is walked as it was and as it is, and the rows that differ are replaced; the tables are what a build of everything
 * would make.
 */
public final class IncrementJob {

    /** The folder of the warehouse in which each run has one of its own, for what it needs until it is over. */
    public static final String SCRATCH = "_increment";

    private static final int THREADS_PER_PARTITION = 10_000;

    private final Warehouse warehouse;
    private final Configuration configuration;
    private final Publication last;
    private final String scratch;
    private final Progress progress;

    /**
     * Prepares a build.
     *
     * @param last the newest publication, made by this configuration
     * @param scratch a folder of the warehouse for what is needed until the build is over
     */
    public IncrementJob(
            Warehouse warehouse, Configuration configuration, Publication last, String scratch, Progress progress) {
        this.warehouse = warehouse;
        this.configuration = configuration;
        this.last = last;
        this.scratch = scratch;
        this.progress = progress;
    }

    /**
     * What was built.
     *
     * @param versions the Delta version of each table
     * @param counts of the whole
     * @param changes the rows that came and went, by table
     */
    public record Built(TableVersions versions, BuiltThreads.Counts counts, RowsOfChange changes) {}

    /**
     * Writes what changed; none, and nothing is written, if too much did.
     *
     * @param mostChanged how many threads may have changed, as a share of the conversations
     * @param messagesVersion Delta version of the messages to be read
     * @param records how many of them are read
     * @param asOf epoch milliseconds, not before that of the last publication
     */
    public Optional<Built> run(double mostChanged, long messagesVersion, long records, long asOf) {
        ThreadSample sample = ThreadSample.of(records);
        AgeBands bands = AgeBands.of(asOf, records);
        ChangePlan plan = new ChangePlan(
                new WalkPlan(configuration, sample, AgeBands.of(last.asOf(), records)),
                new WalkPlan(configuration, sample, bands),
                bands);
        MessageChanges messages = new MessageChanges(
                warehouse, last.tableVersions().of(MessagesTable.TABLE), messagesVersion, last.asOf(), asOf);
        KeySet changed = KeySet.threads(
                messages.changedThreads().unionAll(new Unsettled(configuration, last, asOf).threads(warehouse)));
        if (changed.size() > mostChanged * last.conversations()) {
            return Optional.empty();
        }
        progress.step(String.format("%,d threads may have changed", changed.size()));
        RowChanges.Folders folders =
                new RowChanges.Folders(warehouse.dataFiles(), warehouse.scratchFiles(scratch), bands);
        int partitions = Partitions.inWholeRounds(warehouse.spark(), 1 + changed.size() / THREADS_PER_PARTITION);
        NeededThreads threads = NeededThreads.changed(messages.all(), changed, plan, partitions);
        ThreadChanges changes = new ChangeWalk(warehouse, last.tableVersions(), messages, plan, folders, progress)
                .run(changed, threads);
        changes.tables().plus(DayChanges.write(warehouse, last.tableVersions(), changes.days(), folders));
        progress.step("threads, agents, customers and queues walked");
        TableVersions versions = rewrite(changes.tables(), threads);
        // No message changes what the metrics mean.
        versions.put(MetricDefinition.TABLE, last.tableVersions().of(MetricDefinition.TABLE));
        return Optional.of(new Built(
                versions,
                new BuiltThreads.Counts(
                        records,
                        last.unattached() + changes.counts().unattached(),
                        last.conversations() + changes.counts().conversations()),
                new RowsOfChange(warehouse, scratch, changes.tables(), records - last.messages())));
    }

    private TableVersions rewrite(ChangedTables changed, NeededThreads threads) {
        TableVersions versions = new TableVersions();
        TableRewrite rewrite =
                new TableRewrite(warehouse, scratch, threads.plan().bands());
        try (Steps steps = new Steps(progress)) {
            steps.add(
                    PolicySensitivityTable.TABLE.name(),
                    () -> versions.put(PolicySensitivityTable.TABLE, sensitivity(threads)));
            for (Table<?> table : BuiltTables.ALL) {
                long before = last.tableVersions().of(table);
                ChangedFiles files = changed.of(table);
                steps.add(table.name() + files, () -> versions.put(table, rewrite.run(table, before, files)));
            }
        }
        return versions;
    }

    private long sensitivity(NeededThreads threads) {
        List<PolicySensitivityTable.Line> lines = PolicySensitivityTable.rows(
                threads.sensitivity(), threads.plan().after().sample());
        return new TableWriter(warehouse).replaceAll(PolicySensitivityTable.TABLE, lines);
    }
}
