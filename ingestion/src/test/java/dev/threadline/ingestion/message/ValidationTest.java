package dev.threadline.ingestion.message;

import static dev.threadline.ingestion.SharedSpark.SPARK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadline.ingestion.UserError;
import dev.threadline.ingestion.source.column.RecordColumns;
import dev.threadline.ingestion.source.file.SourceFiles;
import dev.threadline.ingestion.source.mapping.MappedRecords;
import dev.threadline.ingestion.source.mapping.RawRecords;
import dev.threadline.ingestion.source.mapping.SourceMapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidationTest {

    private static final Instant NOON = Instant.parse("2025-06-01T12:00:00Z");
    private static final SourceMapping CANONICAL = SourceMapping.find(new Configuration(), "canonical");

    private static final String GOOD =
            "{'thread_id':'t','message_id':'m','sent_at':'2025-06-01T10:00:00Z','sender_role':'customer','sender_id':'c'}";

    @TempDir
    Path folder;

    @Test
    void everyRecordHasTheFirstReasonThatApplies() throws IOException {
        Map<String, String> cases = new LinkedHashMap<>();
        cases.put(GOOD, "good");
        cases.put("[]", "malformed");
        cases.put(GOOD.replace("'t'", "''"), "no_thread");
        cases.put(GOOD.replace("'t'", "'  '"), "no_thread");
        cases.put(GOOD.replace("'message_id'", "'id'"), "no_message_id");
        cases.put(GOOD.replace("'t'", "{'id':7}"), "bad_id");
        cases.put(GOOD.replace("'m'", "{ }"), "bad_id");
        cases.put(GOOD.replace("'c'", "['c']"), "bad_id");
        cases.put(GOOD.replace("}", ",'assignee_id':[7]}"), "bad_id");
        cases.put(GOOD.replace("'t'", "'{3F2504E0-4F89}'").replace("'m'", "'[EXT] 12'"), "good");
        cases.put(GOOD.replace("'2025-06-01T10:00:00Z'", "null"), "no_event_time");
        cases.put(GOOD.replace("00Z", "00"), "bad_event_time");
        cases.put(GOOD.replace("customer", "Customer"), "unknown_role");
        cases.put(GOOD.replace("'sender_role'", "'role'"), "unknown_role");
        cases.put(GOOD.replace("'c'", "''"), "no_sender_id");
        cases.put(GOOD.replace("customer", "agent").replace("'c'", "null"), "no_sender_id");
        cases.put(GOOD.replace("customer", "bot").replace("'c'", "null"), "good");
        cases.put(GOOD.replace("}", ",'kind':'chat'}"), "unknown_kind");
        cases.put(GOOD.replace("}", ",'kind':'note'}"), "good");
        cases.put(GOOD.replace("}", ",'kind':'event'}"), "unknown_event");
        cases.put(GOOD.replace("}", ",'kind':'event','event':'done'}"), "unknown_event");
        cases.put(GOOD.replace("}", ",'kind':'event','event':'closed'}"), "good");
        cases.put(GOOD.replace("}", ",'kind':'event','event':'assigned'}"), "no_assignee_id");
        cases.put(GOOD.replace("}", ",'kind':'event','event':'assigned','assignee_id':7}"), "good");
        cases.put(GOOD.replace("}", ",'sequence':1.5}"), "bad_sequence");
        cases.put(GOOD.replace("}", ",'sequence':9223372036854775808}"), "bad_sequence");
        cases.put(GOOD.replace("}", ",'sequence':'-12'}"), "good");
        cases.put(GOOD.replace("}", ",'revised_at':'2025-06-01'}"), "bad_revised_at");
        cases.put(GOOD.replace("T10:00:00Z", "T12:05:00.001Z"), "future");
        cases.put(GOOD.replace("T10:00:00Z", "T12:05:00Z"), "good");
        cases.put(GOOD.replace("}", ",'revised_at':'2025-06-01T12:05:00.001Z'}"), "future");
        cases.put(GOOD.replace("}", ",'revised_at':'2025-06-01T12:05:00Z'}"), "good");
        cases.put(GOOD.replace("'t'", "''").replace("00Z", "00"), "no_thread");

        List<String> reasons = new ArrayList<>();
        for (Row row : validated(CANONICAL, cases.keySet().toArray(String[]::new))
                .orderBy(RecordColumns.LINE)
                .select(MessageRecords.REASON)
                .collectAsList()) {
            reasons.add(row.isNullAt(0) ? "good" : row.getString(0));
        }
        assertThat(reasons).containsExactlyElementsOf(cases.values());
    }

    @Test
    void instantsAreCutToMilliseconds() throws IOException {
        SourceMapping typed = mapping(
                "SELECT thread_id, message_id, timestamp_micros(1748772000123456) AS sent_at, sender_role, sender_id, "
                        + "CAST(7 AS INT) AS sequence, timestamp_seconds(-1) AS revised_at FROM raw");
        Row row = validated(typed, GOOD).first();
        assertThat(row.<Instant>getAs("sent_at")).isEqualTo(Instant.parse("2025-06-01T10:00:00.123Z"));
        assertThat(row.<Long>getAs("sequence")).isEqualTo(7);
        assertThat(row.<String>getAs("reason")).isEqualTo("bad_revised_at");
        assertThat(row.<String>getAs("source")).isEqualTo("vendor");
    }

    @Test
    void aMappingsMistakesAreNamed() {
        String rest = ", message_id, sent_at, sender_role FROM raw";
        assertThatThrownBy(() -> validated(mapping("SELECT thread_id, 1 AS chanel" + rest), GOOD))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("Did you mean channel?");
        assertThatThrownBy(() -> validated(mapping("SELECT message_id AS text" + rest), GOOD))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("makes no column thread_id");
        assertThatThrownBy(() -> validated(mapping("SELECT thread_id, thread_id" + rest), GOOD))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> validated(
                        mapping("SELECT thread_id, message_id, to_date(sent_at) AS sent_at, sender_role FROM raw"),
                        GOOD))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("local time");
    }

    private static SourceMapping mapping(String sql) {
        return new SourceMapping("vendor", "/vendor.sql", sql);
    }

    private Dataset<Row> validated(SourceMapping mapping, String... records) throws IOException {
        Path file = Files.writeString(
                folder.resolve("log.jsonl"), String.join("\n", records).replace('\'', '"'));
        RawRecords raw = new RawRecords(
                SPARK,
                SourceFiles.find(new Configuration(), List.of(file.toString())).files());
        return MessageRecords.validated(MappedRecords.of(SPARK, mapping, raw), mapping, NOON);
    }
}
