package dev.threadline.jobs.pipeline;

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
import dev.threadline.jobs.stint.StintsTable;
import dev.threadline.jobs.turn.TurnsTable;
import dev.threadline.jobs.walk.ConversationMessagesTable;
import java.util.stream.Stream;
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
     * Writes the tables.
     *
     * @param messages the records up to as-of
     * @return the Delta version of each table written
     */
    TableVersions run(Dataset<Row> messages, long count, long asOf) {
        SparkSession spark = warehouse.spark();
        Threads threads = new Threads(messages, new WalkPlan(configuration, asOf), Partitions.forRecords(spark, count));
        Owners owners = new Owners(threads);
        CompletedThreads completed = new CompletedThreads(threads, FindingsJob.run(threads, owners));
        TableVersions versions = new TableVersions();
        try (Steps steps = new Steps(progress)) {
            steps.add(
                    "conversation messages",
                    () -> write(
                            versions,
                            ConversationMessagesTable.TABLE,
                            threads.rows(
                                    ConversationMessagesTable.TABLE,
                                    thread -> thread.records().stream()
                                            .map(record -> ConversationMessagesTable.TABLE.toRow(record)))));
            steps.add(
                    "conversations",
                    () -> write(
                            versions,
                            ConversationsTable.TABLE,
                            completed.rows(
                                    ConversationsTable.TABLE,
                                    one -> Stream.of(ConversationsTable.TABLE.toRow(one.conversation())))));
            steps.add(
                    "turns",
                    () -> write(
                            versions,
                            TurnsTable.TABLE,
                            completed.rows(
                                    TurnsTable.TABLE,
                                    one -> one.turnRows().map(turn -> TurnsTable.TABLE.toRow(turn)))));
            steps.add(
                    "stints",
                    () -> write(
                            versions,
                            StintsTable.TABLE,
                            completed.rows(
                                    StintsTable.TABLE,
                                    one -> one.stintRows().map(stint -> StintsTable.TABLE.toRow(stint)))));
            steps.add("agent load", () -> write(versions, AgentLoadTable.TABLE, AgentLoadJob.run(spark, owners)));
            steps.add("backlog", () -> write(versions, BacklogTable.TABLE, BacklogJob.run(spark, owners, asOf)));
            steps.add(
                    "daily metrics",
                    () -> write(
                            versions,
                            DailyMetricsTable.TABLE,
                            DailyMetricsJob.run(spark, completed, configuration.reportZone())));
            steps.add(
                    "glossary",
                    () -> versions.put(
                            MetricDefinition.TABLE, writer.replaceAll(MetricDefinition.TABLE, Glossary.metrics())));
        }
        return versions;
    }

    private void write(TableVersions versions, Table<?> table, Dataset<Row> rows) {
        versions.put(table, writer.replaceAll(table, rows));
    }
}
