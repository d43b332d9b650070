package dev.threadline.ingestion.source.file;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadline.ingestion.UserError;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FirstBytesTest {

    private static final String HEADER = "thread_id,message_id,sent_at,sender_role\n";

    @ParameterizedTest
    @CsvSource({
        "UTF-16, utf-16",
        "x-UTF-16LE-BOM, utf-16",
        "UTF-16LE, utf-16le",
        "UTF-16BE, utf-16be",
        "X-UTF-32LE-BOM, utf-32",
        "UTF-32LE, utf-32le",
        "UTF-32BE, utf-32be"
    })
    void aWideEncodingIsNamedWithItsConversion(String encoding, String named) {
        for (SourceFormat format : List.of(SourceFormat.CSV, SourceFormat.JSON_LINES)) {
            assertThatThrownBy(() -> check(format, HEADER.getBytes(Charset.forName(encoding))))
                    .isInstanceOf(UserError.class)
                    .hasMessage("Cannot read /logs/a. It is "
                            + named.substring(0, 6).toUpperCase(Locale.ROOT)
                            + ", and logs are read as UTF-8. Convert it with `iconv -f " + named
                            + " -t utf-8`; nothing of this run was taken in.");
        }
    }

    @Test
    void aFileThatIsNoTextIsNamedWithWhatItIs() {
        Map<String, String> kinds = Map.of(
                "PAR1\u0015\u0004", "a Parquet file",
                "\u001F\u008B\b\0", "compressed by gzip",
                "PK\u0003\u0004", "a zip archive",
                "\u00D0\u00CF\u0011\u00E0", "an office program",
                "BZh91AY", "bzip2",
                "(\u00B5/\u00FD", "zstd",
                "\u00FD7zXZ", "xz",
                "Obj\u0001", "Avro");
        kinds.forEach((beginning, kind) -> assertThatThrownBy(
                        () -> check(SourceFormat.CSV, beginning.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("Cannot read /logs/a. It is ")
                .hasMessageContaining(kind));
        for (String header : List.of("PAR1,PAR2\n", "PK,thread_id\n", "BZh9,a\n", "(a,b\n")) {
            assertThatCode(() -> check(SourceFormat.CSV, utf8(header))).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "[\n{\"thread_id\":\"t1\"}\n]",
                " [ {\"thread_id\":\"t1\"},",
                "\uFEFF[{\"thread_id\":\"t1\"}]\r\n",
                "[]\n"
            })
    void aListIsNamedWithItsConversion(String json) {
        assertThatThrownBy(() -> check(SourceFormat.JSON_LINES, utf8(json)))
                .as(json)
                .isInstanceOf(UserError.class)
                .hasMessageContaining("one JSON list")
                .hasMessageContaining("`jq -c '.[]'`");
        assertThatThrownBy(() -> check(SourceFormat.JSON_LINES, utf8("[{\"text\":\"" + "x".repeat(FirstBytes.MOST))))
                .hasMessageContaining("one JSON list");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{", "{ \r\n  \"thread_id\": \"t1\"\r\n}", "{\"messages\": [\n", "{ \"page\": 1, \"data\":{\n"})
    void anObjectOverSeveralLinesIsNamedWithItsConversion(String json) {
        assertThatThrownBy(() -> check(SourceFormat.JSON_LINES, utf8(json)))
                .as(json)
                .isInstanceOf(UserError.class)
                .hasMessageContaining("over several lines")
                .hasMessageContaining("`jq -c .`")
                .hasMessageContaining("`jq -c '.messages[]'`");
    }

    @Test
    void oneBadRecordDoesNotCondemnAFile() {
        for (String beginning : List.of(
                "",
                "\n",
                "[1]\n",
                "{broken",
                "{\"text\":\"see [",
                "{\"thread_id\":\"t1\",\"list\":[",
                "\0",
                "\0\0\0\0\0\0\0\0{\"thread_id\":\"t1\"}",
                "{\"text\":\"\0\"}",
                "{\"text\":\"" + "x".repeat(FirstBytes.MOST - 12) + ": [ and more")) {
            byte[] bytes = utf8(beginning.endsWith(":[") ? beginning + "{\"a\":1}]}" : beginning);
            assertThatCode(() -> check(SourceFormat.JSON_LINES, bytes))
                    .as(beginning)
                    .doesNotThrowAnyException();
        }
        assertThatCode(() -> check(SourceFormat.CSV, utf8("[\n"))).doesNotThrowAnyException();
    }

    private static void check(SourceFormat format, byte[] bytes) {
        FirstBytes.check(new SourceFile("/logs/a", format, bytes.length, Instant.EPOCH), bytes);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
