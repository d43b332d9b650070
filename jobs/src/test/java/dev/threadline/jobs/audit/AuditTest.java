package dev.threadline.jobs.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.ingestion.warehouse.SparkSessions;
import dev.threadline.ingestion.warehouse.Table;
import dev.threadline.jobs.TableRows;
import dev.threadline.jobs.backlog.BacklogTable;
import dev.threadline.jobs.conversation.ConversationsTable;
import dev.threadline.jobs.daily.DailyMetricsTable;
import dev.threadline.jobs.load.AgentLoadTable;
import dev.threadline.jobs.pipeline.InMemoryBuild;
import dev.threadline.jobs.stint.StintsTable;
import dev.threadline.jobs.thread.Log;
import dev.threadline.jobs.turn.TurnsTable;
import dev.threadline.jobs.walk.ConversationMessagesTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;

class AuditTest {

    private static final InMemoryBuild BUILD =
            InMemoryBuild.of(Log.sms().customer("09:00").agent("09:10", "a").messages());

    private final SparkSession spark = SparkSessions.start(Map.of("spark.master", "local[2]"));

    @Test
    void aBrokenLawIsNamedWithHowOften() {
        Map<String, Dataset<Row>> tables = tables();
        tables.computeIfPresent(
                "conversations",
                (name, rows) -> rows.withColumn("wait_agent_ms", functions.expr("wait_agent_ms + 1"))
                        .withColumn("wait_queue_ms", functions.expr("wait_queue_ms + 1")));
        tables.computeIfPresent("turns", (name, rows) -> rows.limit(0));

        assertThat(broken(tables))
                .containsExactlyInAnyOrder("the three waits add up", "turns are those that the conversations count");
    }

    private List<String> broken(Map<String, Dataset<Row>> tables) {
        return new Audit(spark)
                        .check(
                                table -> Objects.requireNonNull(tables.get(table.name())),
                                BUILD.records().size())
                        .stream()
                        .filter(finding -> finding.violations() != 0)
                        .map(Audit.Finding::law)
                        .toList();
    }

    private Map<String, Dataset<Row>> tables() {
        Map<String, Dataset<Row>> tables = new HashMap<>();
        put(tables, ConversationsTable.TABLE, BUILD.conversations());
        put(tables, ConversationMessagesTable.TABLE, BUILD.records());
        put(tables, TurnsTable.TABLE, BUILD.turns());
        put(tables, StintsTable.TABLE, BUILD.stints());
        put(tables, AgentLoadTable.TABLE, BUILD.load());
        put(tables, DailyMetricsTable.TABLE, BUILD.days());
        put(tables, BacklogTable.TABLE, BUILD.backlog());
        return tables;
    }

    private <T> void put(Map<String, Dataset<Row>> tables, Table<T> table, List<T> entities) {
        tables.put(
                table.name(),
                spark.createDataFrame(entities.stream().map(TableRows.of(table)).toList(), table.schema()));
    }
}
