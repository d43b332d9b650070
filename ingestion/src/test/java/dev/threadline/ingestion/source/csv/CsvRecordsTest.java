package dev.threadline.ingestion.source.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.ingestion.source.column.ColumnIndex;
import dev.threadline.ingestion.source.csv.CsvRecords.CsvRecord;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRecordsTest {

    @Test
    void quotedFieldsHoldCommasLineBreaksAndQuotes() {
        assertThat(fields("a,\"b,c\",\"d\r\ne\",\"f\"\"g\"\nh,,i,"))
                .containsExactly(List.of("a", "b,c", "d\r\ne", "f\"g"), List.of("h", "", "i", ""));
    }

    @Test
    void allLineBreaksEndARecordAndEmptyLinesAreNone() {
        assertThat(fields("a\r\nb\r\r\n\n c \nd"))
                .containsExactly(List.of("a"), List.of("b"), List.of(" c "), List.of("d"));
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstField() {
        assertThat(fields("\uFEFF\"a\",b")).containsExactly(List.of("a", "b"));
    }

    @Test
    void recordsKnowTheLineTheyBeginOn() {
        assertThat(records("a\n\n\"b\nc\"\nd")).extracting(CsvRecord::line).containsExactly(1L, 3L, 5L);
    }

    @Test
    void aQuoteThatIsNeverClosedCostsOneLine() {
        List<CsvRecord> records = records("a,1\nb,\"2\nc,3\nd,4\n");
        assertThat(records.get(1).fields()).isNull();
        assertThat(records.get(1).text()).isEqualTo("b,\"2");
        assertThat(fields(records.subList(2, 4))).containsExactly(List.of("c", "3"), List.of("d", "4"));
        assertThat(records).extracting(CsvRecord::line).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void aStrayQuoteDoesNotSwallowTheRecordsUpToTheNextOne() {
        List<CsvRecord> records = records("a,\"1\nb,2\nc,\"3\"\nd,4");
        assertThat(records.get(0).fields()).isNull();
        assertThat(fields(records.subList(1, 4)))
                .containsExactly(List.of("b", "2"), List.of("c", "3"), List.of("d", "4"));
    }

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t", "|"})
    void aHeaderWithoutCommasSaysWhatSeparates(String separator) throws IOException {
        CsvRecords records = new CsvRecords(
                new StringReader("\"id, of thread\"|text\r\nt1|\"a|b, c\"\r\n1,5|d\r\n".replace("|", separator)));
        assertThat(CsvHeader.read(records).names()).containsExactly("id, of thread", "text");
        assertThat(fields(remaining(records)))
                .containsExactly(List.of("t1", "a" + separator + "b, c"), List.of("1,5", "d"));
    }

    @Test
    void aLineForExcelSaysWhatSeparatesAndIsNoHeader() throws IOException {
        for (String separator : List.of(",", ";", "\t", ":")) {
            CsvRecords records = new CsvRecords(new StringReader("\uFEFFsep=|\r\na|b,c\r\n1|2\r\n"
                    .replace("b,c", separator.equals(",") ? "\"b,c\"" : "b,c")
                    .replace("|", separator)));
            assertThat(CsvHeader.read(records).names()).as(separator).containsExactly("a", "b,c");
            assertThat(remaining(records)).extracting(CsvRecord::line).containsExactly(3L);
        }
        assertThat(CsvHeader.read(new CsvRecords(new StringReader("sep=a\n1"))).names())
                .containsExactly("sep=a");
    }

    @Test
    void aWantedColumnThatTwoNamesMeanIsTold() throws IOException {
        CsvHeader header = CsvHeader.read(new CsvRecords(new StringReader("id,comment,Text,comment,text,,\n")));
        assertThat(header.namedTwice(new ColumnIndex(List.of("id", "text")))).hasValue("text");
        assertThat(header.namedTwice(new ColumnIndex(List.of("id")))).isEmpty();
    }

    @Test
    void aHeaderThatMayMeanEitherIsReadByCommas() throws IOException {
        for (String header : List.of("a;b,c;d", "a;b\tc", "a|b;c", "\"a;b\"", "a")) {
            CsvRecords records = new CsvRecords(new StringReader(header + "\n1;2\t3"));
            CsvHeader.read(records);
            assertThat(fields(remaining(records))).as(header).containsExactly(List.of("1;2\t3"));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatWasWrittenIsRead(int seed) {
        Random random = new Random(seed);
        List<List<String>> written = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            written.add(IntStream.range(0, 3)
                    .mapToObj(j -> j == 0 ? "r" + value(random) : value(random))
                    .toList());
        }
        String text = written.stream()
                .map(record -> record.stream().map(CsvRecordsTest::quoted).collect(Collectors.joining(",")))
                .collect(Collectors.joining(random.nextBoolean() ? "\r\n" : "\n"));
        assertThat(fields(text)).isEqualTo(written);
    }

    private static String value(Random random) {
        return random.ints(random.nextInt(6), 0, 6)
                .mapToObj(i -> ",\"\n\rxü".substring(i, i + 1))
                .collect(Collectors.joining());
    }

    private static String quoted(String value) {
        return value.matches("[xrü]*") ? value : "\"" + value.replace("\"", "\"\"") + "\"";
    }

    private static List<List<String>> fields(String text) {
        return fields(records(text));
    }

    private static List<List<String>> fields(List<CsvRecord> records) {
        List<List<String>> fields = new ArrayList<>();
        records.forEach(record -> fields.add(record.fields()));
        return fields;
    }

    private static List<CsvRecord> records(String text) {
        return remaining(new CsvRecords(new StringReader(text)));
    }

    private static List<CsvRecord> remaining(CsvRecords reader) {
        List<CsvRecord> records = new ArrayList<>();
        try {
            for (CsvRecord record = reader.next(); record != null; record = reader.next()) {
                records.add(record);
            }
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return records;
    }
}
