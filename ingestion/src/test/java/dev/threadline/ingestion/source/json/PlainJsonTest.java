package dev.threadline.ingestion.source.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.ingestion.source.column.ColumnIndex;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainJsonTest {

    private static final List<String> COLUMNS = List.of("thread_id", "text", "sequence");

    private static final List<String> PARTS = List.of(
            "{",
            "}",
            ",",
            ":",
            "\"",
            "\\",
            "\\n",
            "[",
            " ",
            "\t",
            "\r",
            "null",
            "true",
            "nul",
            "0",
            "-1",
            "007",
            "1.5",
            "1e3",
            "12345678901234567890",
            "é",
            "日",
            "😀",
            "\u0001",
            "\"text\":",
            "\"Text\" : ",
            "\"other\":\"x\",",
            "\"a\"",
            "1".repeat(2_000));

    @Test
    void aPlainRecordIsReadWithoutAParser() {
        PlainJson plain = new PlainJson(new ColumnIndex(COLUMNS));
        for (String record : List.of(
                "{\"thread_id\":\"t1\",\"x\":\"y\",\"text\":\"Grüße\",\"sequence\":17}",
                "{ \"SEQUENCE\" : 17 , \"text\":\"Grüße\", \"thread_id\":\"t1\" , \"new\":\"a \\\"b\\\"\" }")) {
            Object[] into = new Object[COLUMNS.size()];
            assertThat(plain.read(bytes(record), into)).as(record).isTrue();
            assertThat(Arrays.toString(into)).isEqualTo("[t1, Grüße, 17]");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void whatItReadsItReadsAsTheParserDoes(int seed) {
        Random random = new Random(seed);
        ColumnIndex columns = new ColumnIndex(COLUMNS);
        PlainJson plain = new PlainJson(columns);
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] record = random(random);
            Object[] ours = new Object[COLUMNS.size()];
            if (plain.read(record, ours)) {
                read++;
                Object[] parsers = new Object[COLUMNS.size()];
                assertThat(JsonRecord.read(record, columns, parsers))
                        .as(() -> new String(record, StandardCharsets.UTF_8))
                        .isTrue();
                assertThat(ours).isEqualTo(parsers);
            }
        }
        assertThat(read).isBetween(2_000, 18_000);
    }

    /** A good record with some parts put in at random, some of them halved in the middle of a character. */
    private static byte[] random(Random random) {
        String value = random.nextBoolean() ? "\"a é 😀\"" : "-17";
        StringBuilder record =
                new StringBuilder("{\"thread_id\":\"t\",\"text\":" + value + ",\"other\":null,\"sequence\":5}");
        for (int i = random.nextInt(3); i > 0; i--) {
            record.insert(random.nextInt(record.length() + 1), PARTS.get(random.nextInt(PARTS.size())));
        }
        byte[] bytes = bytes(record.toString());
        if (random.nextInt(4) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static byte[] bytes(String record) {
        return record.getBytes(StandardCharsets.UTF_8);
    }
}
