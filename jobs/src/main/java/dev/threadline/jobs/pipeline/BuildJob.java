package dev.threadline.jobs.pipeline;

import dev.threadline.ingestion.warehouse.DataFiles;
import dev.threadline.ingestion.warehouse.Table;
import dev.threadline.ingestion.warehouse.TableWriter;
import dev.threadline.ingestion.warehouse.Warehouse;
import dev.threadline.jobs.backlog.BacklogTable;
import dev.threadline.jobs.config.Configuration;
import dev.threadline.jobs.conversation.ConversationsTable;
import dev.threadline.jobs.daily.DailyMetricsTable;
import dev.threadline.jobs.load.AgentLoadTable;
import dev.threadline.jobs.metric.Glossary;
import dev.threadline.jobs.metric.MetricDefinition;
import dev.threadline.jobs.publication.TableVersions;
import dev.threadline.jobs.sensitivity.PolicySensitivityTable;
import dev.threadline.jobs.stint.StintsTable;
import dev.threadline.jobs.turn.TurnsTable;
import dev.threadline.jobs.walk.ConversationMessagesTable;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Builds all tables from {@code messages}: threads are walked, their agents, customers and queues are walked, what those
 * tell goes back to the threads, and every table is written as a new version that nobody reads yet.
 */
final class BuildJob {

    private final Warehouse warehouse;
    private final TableWriter writer;
    private final Configuration configuration;
    private final Progress progress;

    BuildJob(Warehouse warehouse, Configuration configuration, Progress progress) {
        this.warehouse = warehouse;
        this.writer = new TableWriter(warehouse);
        this.configuration = configuration;
        this.progress = progress;
    }

    /**
     * What was built.
     *
     * @param versions the Delta version of each table written
     */
    record Built(TableVersions versions, BuiltThreads.Counts counts) {}

    /**
     * Writes the tables.
     *
     * @param messages the records up to as-of
     * @param count how many they are
     * @param asOf epoch milliseconds
     */
    Built run(Dataset<Row> messages, long count, long asOf) {
        SparkSession spark = warehouse.spark();
        Threads threads = new Threads(messages, new WalkPlan(configuration, asOf), Partitions.forRecords(spark, count));
        Owners owners = new Owners(threads);
        DataFiles files = warehouse.dataFiles();
        TableVersions versions = new TableVersions();
        AtomicReference<BuiltThreads.Counts> counts = new AtomicReference<>();
        try (Steps steps = new Steps(progress)) {
            steps.add("glossary", () -> put(versions, MetricDefinition.TABLE, Glossary.metrics()));
            steps.add("conversations, their messages, turns and stints, days", () -> {
                BuiltThreads built = ThreadsJob.run(threads, FindingsJob.run(threads, owners), files);
                counts.set(built.counts());
                put(versions, ConversationMessagesTable.TABLE, built.files());
                put(versions, ConversationsTable.TABLE, built.files());
                put(versions, TurnsTable.TABLE, built.files());
                put(versions, StintsTable.TABLE, built.files());
                put(versions, DailyMetricsTable.TABLE, DailyMetricsTable.rows(built.days()));
                put(versions, PolicySensitivityTable.TABLE, PolicySensitivityTable.rows(built.sensitivity()));
            });
            steps.add("agent load and backlog", () -> {
                BuiltFiles built = OwnersJob.run(owners, files, asOf);
                put(versions, AgentLoadTable.TABLE, built);
                put(versions, BacklogTable.TABLE, built);
            });
        }
        return new Built(versions, Objects.requireNonNull(counts.get()));
    }

    private void put(TableVersions versions, Table<?> table, BuiltFiles built) {
        versions.put(table, writer.replaceAllByFiles(table, built.of(table)));
    }

    private <T> void put(TableVersions versions, Table<T> table, List<T> rows) {
        versions.put(table, writer.replaceAll(table, rows));
    }
}
