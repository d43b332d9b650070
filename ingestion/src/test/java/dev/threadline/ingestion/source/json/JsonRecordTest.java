package dev.threadline.ingestion.source.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.ingestion.source.column.ColumnIndex;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRecordTest {

    private static final ColumnIndex COLUMNS = new ColumnIndex(List.of("a", "b"));

    @Test
    void numbersKeepTheirDigits() {
        assertThat(values("{\"a\":12345678901234567890123,\"b\":1.500}"))
                .containsExactly("12345678901234567890123", "1.500");
    }

    @Test
    void objectsAndArraysStayJson() {
        assertThat(values("{\"a\": {\"ü\": [1, {}]} , \"b\":[ ]}")).containsExactly("{\"ü\": [1, {}]}", "[ ]");
    }

    @Test
    void whatIsMissingOrNullIsNull() {
        assertThat(values("{\"a\":null,\"c\":{\"a\":1}}")).containsExactly(null, null);
    }

    @Test
    void namesDoNotDependOnCase() {
        assertThat(values("{\"A\":true,\"B\":\"x\"}")).containsExactly("true", "x");
    }

    @Test
    void bytesThatAreNoUtf8BecomeReplacementCharacters() {
        byte[] latin1 = "{\"a\":\"grün\",\"b\":\"x\"}".getBytes(StandardCharsets.ISO_8859_1);
        Object[] values = new Object[2];
        assertThat(JsonRecord.read(latin1, COLUMNS, values)).isTrue();
        assertThat(values[0]).hasToString("gr\uFFFDn");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1",
                "{\"a\":1}}",
                "{\"a\":1} {\"a\":2}",
                "[{\"a\":1}]",
                "1",
                "null",
                "\"a\"",
                "{a:1}",
                "{'a':1}",
                "{\"a\":NaN}",
                "{\"a\":1,}",
                "a,b"
            })
    void anythingButOneObjectIsMalformed(String record) {
        assertThat(JsonRecord.read(bytes(record), COLUMNS, new Object[2])).isFalse();
    }

    private static List<@Nullable String> values(String record) {
        @Nullable Object[] values = new Object[2];
        assertThat(JsonRecord.read(bytes(record), COLUMNS, values)).isTrue();
        List<@Nullable String> texts = new ArrayList<>();
        for (Object value : values) {
            texts.add(value == null ? null : value.toString());
        }
        return texts;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
