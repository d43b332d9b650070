package dev.threadline.ingestion.source.mapping;

import static dev.threadline.ingestion.SharedSpark.SPARK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadline.ingestion.UserError;
import dev.threadline.ingestion.source.column.RecordColumns;
import dev.threadline.ingestion.source.file.SourceFile;
import dev.threadline.ingestion.source.file.SourceFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappedRecordsTest {

    @TempDir
    Path folder;

    @BeforeEach
    void writeLog() throws IOException {
        Files.writeString(
                folder.resolve("log.jsonl"),
                "{\"id\":1,\"who\":\"a\"}\n{broken\n{\"id\":2,\"who\":\"b\",\"Late\":\"x\"}\n");
    }

    @Test
    void recordsKeepTheirLinesThroughAPlainSelect() {
        assertThat(mapped("SELECT id AS thread_id FROM raw ORDER BY id"))
                .containsExactlyInAnyOrder("1:1", "null:2!", "2:3");
    }

    @Test
    void aConditionDropsRecordsButNotMalformedOnes() {
        assertThat(mapped("SELECT id FROM raw WHERE id > 1")).containsExactlyInAnyOrder("null:2!", "2:3");
    }

    @Test
    void linesAreFollowedThroughSubqueriesAndWith() {
        assertThat(
                        mapped(
                                "WITH b AS (SELECT r.id, who FROM raw r WHERE who = 'b') SELECT x.i FROM (SELECT id AS i FROM b) x WHERE i = 2"))
                .containsExactlyInAnyOrder("null:2!", "2:3");
    }

    @Test
    void ofAUnionMalformedRecordsComeOutOnce() {
        assertThat(mapped("SELECT id FROM raw UNION ALL SELECT concat(id, '-again') FROM raw WHERE who = 'a'"))
                .containsExactlyInAnyOrder("1:1", "null:2!", "2:3", "1-again:1");
    }

    @Test
    void aStarBringsAllColumns() {
        assertThat(mapped("SELECT * FROM raw")).containsExactlyInAnyOrder("1:1", "null:2!", "2:3");
        assertThat(columns("SELECT * FROM raw")).containsExactly("id", "Late", "who");
    }

    @Test
    void whereRowsAreNoRecordsLinesAreUnknownAndMalformedOnesStillRefused() {
        assertThat(mapped("SELECT max(id) AS id FROM raw")).containsExactlyInAnyOrder("2:null", "null:2!");
        assertThat(mapped("SELECT id, count(*) AS n FROM raw GROUP BY id"))
                .containsExactlyInAnyOrder("1:null", "2:null", "null:2!");
        assertThat(mapped("SELECT raw.id FROM raw JOIN (VALUES ('a')) names(who) ON raw.who = names.who"))
                .containsExactlyInAnyOrder("1:null", "null:2!");
        assertThat(mapped("SELECT DISTINCT 1 AS id FROM raw")).containsExactlyInAnyOrder("1:null", "null:2!");
        assertThat(mapped("SELECT id FROM raw LATERAL VIEW explode(array(1, 2)) t AS i WHERE id = 1"))
                .containsExactlyInAnyOrder("1:null", "1:null", "null:2!");
        assertThat(mapped("SELECT i AS id FROM (SELECT *, explode(array(id, 'again')) AS i FROM raw) WHERE who = 'a'"))
                .containsExactlyInAnyOrder("1:null", "again:null", "null:2!");
    }

    @Test
    void aColumnThatOnlyLateRecordsHaveIsFound() throws IOException {
        Files.writeString(folder.resolve("log.jsonl"), "{\"id\":1}\n".repeat(1_500) + "{\"id\":2,\"rare\":\"x\"}\n");
        assertThat(mapped("SELECT id FROM raw WHERE rare = 'x'")).containsExactly("2:1501");
    }

    @Test
    void anUnknownColumnIsNamedWithWhatThereIs() {
        assertThatThrownBy(() -> mapped("SELECT idd FROM raw"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("Did you mean id?")
                .hasMessageContaining("Late, id, who");
    }

    @Test
    void whatIsNoSelectIsRefused() {
        for (String sql :
                List.of("DROP TABLE raw", "INSERT INTO raw VALUES (1)", "SET x = 1", "SELEC 1", "SELECT 1; SELECT 2")) {
            assertThatThrownBy(() -> mapped(sql)).as(sql).isInstanceOf(UserError.class);
        }
        assertThatThrownBy(() -> mapped("SELECT nonsense(id) FROM raw")).isInstanceOf(UserError.class);
        assertThatThrownBy(() -> mapped("SELECT id FROM elsewhere")).isInstanceOf(UserError.class);
        assertThatThrownBy(() -> SourceMapping.find(new Configuration(), "cannonical"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("Did you mean canonical?");
        assertThatThrownBy(() -> SourceMapping.find(new Configuration(), "/no/such.sql"))
                .isInstanceOf(UserError.class);
    }

    @Test
    void filesOfAllFormatsAndColumnsAreOneView() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "who,ID\nc,3\n");
        Files.writeString(folder.resolve("b.csv"), "id,other\n4,x\n5\n");
        SPARK.sql("SELECT 6L AS id, timestamp_millis(1748772000123) AS at, named_struct('x', 1) AS nested, true AS yes")
                .write()
                .mode(SaveMode.Overwrite)
                .parquet(folder.resolve("deep").toString());
        assertThat(mapped("SELECT id FROM raw"))
                .containsExactlyInAnyOrder("1:1", "null:2!", "2:3", "3:2", "4:2", "null:3!", "6:null");
        assertThat(mapped("SELECT concat_ws(' ', at, nested, yes) AS id FROM raw WHERE id = 6"))
                .contains("2025-06-01T10:00:00.123000Z {\"x\":1} true:null");
    }

    private List<String> mapped(String sql) {
        List<String> records = new ArrayList<>();
        for (Row row : select(sql).collectAsList()) {
            Object line = row.getAs(RecordColumns.LINE);
            records.add(row.get(0) + ":" + line + (row.<Boolean>getAs(RecordColumns.MALFORMED) ? "!" : ""));
        }
        return records;
    }

    private List<String> columns(String sql) {
        return List.of(select(sql).columns()).stream()
                .filter(name -> !RecordColumns.ALL.contains(name))
                .toList();
    }

    private org.apache.spark.sql.Dataset<Row> select(String sql) {
        List<SourceFile> files = SourceFiles.find(new Configuration(), List.of(folder.toString()))
                .files();
        return MappedRecords.of(SPARK, new SourceMapping("vendor", "/vendor.sql", sql), new RawRecords(SPARK, files));
    }
}
