package dev.threadline.jobs.pipeline;

import dev.threadline.ingestion.warehouse.AgeBands;
import dev.threadline.ingestion.warehouse.AgedFiles;
import dev.threadline.ingestion.warehouse.DataFiles;
import dev.threadline.ingestion.warehouse.Table;
import dev.threadline.ingestion.warehouse.TableWriter;
import dev.threadline.ingestion.warehouse.Warehouse;
import dev.threadline.jobs.backlog.BacklogTable;
import dev.threadline.jobs.config.Configuration;
import dev.threadline.jobs.conversation.ConversationsTable;
import dev.threadline.jobs.daily.DailyMetrics;
import dev.threadline.jobs.daily.DailyMetricsTable;
import dev.threadline.jobs.daily.DailyMetricsTable.Day;
import dev.threadline.jobs.load.AgentLoadTable;
import dev.threadline.jobs.metric.Glossary;
import dev.threadline.jobs.metric.MetricDefinition;
import dev.threadline.jobs.pipeline.progress.Progress;
import dev.threadline.jobs.pipeline.progress.Steps;
import dev.threadline.jobs.pipeline.progress.TaskProgress;
import dev.threadline.jobs.pipeline.shuffle.Partitions;
import dev.threadline.jobs.publication.TableVersions;
import dev.threadline.jobs.sensitivity.PolicySensitivityTable;
import dev.threadline.jobs.sensitivity.ThreadSample;
import dev.threadline.jobs.stint.StintsTable;
import dev.threadline.jobs.turn.TurnsTable;
import dev.threadline.jobs.walk.ConversationMessagesTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Builds all tables from {@code messages}: threads are walked, their agents, customers and queues are walked, what those
 * tell goes back to the threads, and every table is written as a new version that nobody reads yet.
 */
public final class BuildJob {

    private final Warehouse warehouse;
    private final TableWriter writer;
    private final Configuration configuration;
    private final Progress progress;

    public BuildJob(Warehouse warehouse, Configuration configuration, Progress progress) {
        this.warehouse = warehouse;
        this.writer = new TableWriter(warehouse);
        this.configuration = configuration;
        this.progress = progress;
    }

    /**
     * Writes the tables.
     *
     * @param messages the records up to as-of
     * @param count how many they are
     * @param asOf epoch milliseconds
     */
    public Built run(Dataset<Row> messages, long count, long asOf) {
        SparkSession spark = warehouse.spark();
        ThreadSample sample = ThreadSample.of(count);
        Threads threads = new Threads(
                messages,
                new WalkPlan(configuration, sample, AgeBands.of(asOf, count)),
                Partitions.forRecords(spark, count));
        DataFiles files = warehouse.dataFiles();
        OwnersJob owners = new OwnersJob(threads, new Owners(threads), files);
        BuiltThreads built = TaskProgress.during(
                spark.sparkContext(), progress, "walking", () -> ThreadsJob.run(threads, owners.findings(), files));
        progress.step("threads, agents, customers and queues walked");
        BuiltFiles others = owners.built().plus(days(built.days(), files, threads.plan()));
        TableVersions versions = commit(built, others, sample);
        Map<String, Long> rows = new HashMap<>(built.files().rows());
        rows.putAll(others.rows());
        return new Built(versions, built.counts(), new RowCounts(rows, Map.of()));
    }

    private static BuiltFiles days(DailyMetrics days, DataFiles files, WalkPlan plan) {
        try (AgedFiles<Day> rows = files.open(DailyMetricsTable.TABLE, plan.bands())) {
            DailyMetricsTable.rows(days).forEach(rows::write);
            return new BuiltFiles().with(DailyMetricsTable.TABLE, rows);
        }
    }

    private TableVersions commit(BuiltThreads threads, BuiltFiles others, ThreadSample sample) {
        TableVersions versions = new TableVersions();
        try (Steps steps = new Steps(progress)) {
            put(steps, versions, ConversationMessagesTable.TABLE, threads.files());
            put(steps, versions, ConversationsTable.TABLE, threads.files());
            put(steps, versions, TurnsTable.TABLE, threads.files());
            put(steps, versions, StintsTable.TABLE, threads.files());
            put(steps, versions, AgentLoadTable.TABLE, others);
            put(steps, versions, BacklogTable.TABLE, others);
            put(steps, versions, DailyMetricsTable.TABLE, others);
            put(
                    steps,
                    versions,
                    PolicySensitivityTable.TABLE,
                    PolicySensitivityTable.rows(threads.sensitivity(), sample));
            put(steps, versions, MetricDefinition.TABLE, Glossary.metrics());
        }
        return versions;
    }

    private void put(Steps steps, TableVersions versions, Table<?> table, BuiltFiles built) {
        steps.add(table.name(), () -> versions.put(table, writer.replaceAllByFiles(table, built.of(table))));
    }

    private <T> void put(Steps steps, TableVersions versions, Table<T> table, List<T> rows) {
        steps.add(table.name(), () -> versions.put(table, writer.replaceAll(table, rows)));
    }
}
