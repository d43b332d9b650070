package dev.threadline.sample.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextBufferTest {

    private static String text(TextBuffer buffer) {
        return new String(buffer.bytes(), 0, buffer.length(), StandardCharsets.UTF_8);
    }

    @Test
    void textIsEscapedOnlyWhereJsonAsksForIt() {
        TextBuffer buffer = new TextBuffer().json("a \"quote\" \\ line\nbell\u0007 ü 👍");
        assertThat(text(buffer)).isEqualTo("a \\\"quote\\\" \\\\ line\\nbell\\u0007 ü 👍");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-04T05:06:07.089Z", "1969-12-31T23:59:59.999Z", "2026-04-01T00:00:00.000Z"})
    void instantsAreWrittenWithMilliseconds(String instant) {
        assertThat(text(new TextBuffer().instant(Instant.parse(instant).toEpochMilli())))
                .isEqualTo(instant);
    }

    @Test
    void aBufferGrows() {
        TextBuffer buffer = new TextBuffer();
        for (int number = 0; number < 1_000; number++) {
            buffer.number(number).add(',').utf8("é").json("\"");
        }
        assertThat(text(buffer)).startsWith("0,é\\\"1,").endsWith("999,é\\\"");
    }
}
