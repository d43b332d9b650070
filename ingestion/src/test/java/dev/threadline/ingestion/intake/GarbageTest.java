package dev.threadline.ingestion.intake;

import static dev.threadline.ingestion.intake.Intake.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadline.ingestion.SparkFailures;
import dev.threadline.ingestion.UserError;
import dev.threadline.ingestion.message.MessagesTable;
import dev.threadline.ingestion.message.RejectReasons;
import dev.threadline.ingestion.message.RejectedRecordsTable;
import dev.threadline.ingestion.warehouse.Warehouse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GarbageTest {

    private static final String AT_TEN = "2025-06-01T10:00:00Z";

    @TempDir
    Path folder;

    private Intake intake;

    @BeforeEach
    void openIntake() {
        intake = new Intake(folder);
    }

    @Test
    void emptyFilesHoldNothing() {
        intake.file("in/a.jsonl");
        intake.file("in/b.csv");
        intake.file("in/c.csv", "thread_id,message_id,sent_at,sender_role");
        IngestReport report = intake.ingest(folder.resolve("in"));
        assertThat(report.filesTaken()).isEqualTo(3);
        assertThat(report.read()).isZero();
        assertThat(intake.ledger()).hasSize(3);
    }

    @Test
    void aByteOrderMarkAndWindowsLineEndsDoNotHurt() {
        Path json = intake.file(
                "a.jsonl",
                ("\uFEFF" + line("m1", AT_TEN, "a") + "\r\n" + line("m2", AT_TEN, "b") + "\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        Path csv = intake.file(
                "a.csv",
                "\uFEFFthread_id,message_id,sent_at,sender_role,sender_id,text\r\nt1,m3,2025-06-01T10:00:00Z,agent,a,\"two\r\nlines\"\r\n"
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(intake.ingest(json, csv).accepted()).isEqualTo(3);
        assertThat(intake.messages()).contains("t1/m3 2025-06-01T10:00:00Z two\r\nlines");
    }

    @Test
    void invalidUtf8InATextIsReplacedAndInAKeyRefused() {
        Path json = intake.file(
                "a.jsonl",
                (line("m1", AT_TEN, "gr\u00FCn") + "\n" + line("m\u00FC", AT_TEN, "x") + "\n"
                                + line("m2", AT_TEN, "ok"))
                        .getBytes(StandardCharsets.ISO_8859_1));
        IngestReport report = intake.ingest(json);
        assertThat(report.accepted()).isEqualTo(2);
        assertThat(intake.rejects()).containsExactly("malformed 2");
        assertThat(intake.messages()).contains("t1/m1 2025-06-01T10:00:00Z gr\uFFFDn");
        assertThat(intake.rows(RejectedRecordsTable.TABLE).map(row -> row.<String>getAs("raw")))
                .allMatch(raw -> raw.contains("m\uFFFD"));
    }

    @Test
    void bytesThatAreNoUtf8AreToldOnceForEachFile() {
        byte[] json = (line("m1", AT_TEN, "ok") + "\n\n" + line("m2", AT_TEN, "gr\u00FCn \u00FC") + "\n"
                        + line("m3", AT_TEN, "gr\u00FCn"))
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] csv = ("thread_id,message_id,sent_at,sender_role,text\nt1,m4," + AT_TEN + ",bot,\"a\ngr\u00FCn\"\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        Path lines = intake.file("a.jsonl", json);
        Path rows = intake.file("b.csv", csv);
        // What was U+FFFD before is none of ours, and a line that is refused is told of there.
        Path before = intake.file("c.jsonl", line("m5", AT_TEN, "gr\uFFFDn"), "{broken");
        Path quoted = intake.file(
                "d.csv", "thread_id,message_id,sent_at,sender_role,text", "t1,m6," + AT_TEN + ",bot,\uFFFD");
        assertThat(intake.ingest(lines, rows, before, quoted).notes())
                .satisfiesExactly(
                        note -> assertThat(note)
                                .startsWith(
                                        lines
                                                + ": bytes that are no UTF-8 became U+FFFD in 2 lines, the first of them line 3. "),
                        note -> assertThat(note)
                                .startsWith(rows + ": bytes that are no UTF-8 became U+FFFD in line 3. ")
                                .contains("iconv -f windows-1252 -t utf-8"));
        assertThat(intake.messages()).contains("t1/m4 2025-06-01T10:00:00Z a\ngr\uFFFDn");
    }

    @Test
    void ofManyFilesWithBytesThatAreNoUtf8SomeAreTold() {
        for (int i = 10; i < 22; i++) {
            intake.file("in/" + i + ".jsonl", line("m" + i, AT_TEN, "\u00FC").getBytes(StandardCharsets.ISO_8859_1));
        }
        assertThat(intake.ingest(folder.resolve("in")).notes())
                .hasSize(11)
                .endsWith("bytes that are no UTF-8 became U+FFFD in 2 more files");
    }

    @Test
    void csvOfSemicolonsOrTabsIsReadByEveryMapping() {
        String csv = "thread_id;message_id;sent_at;sender_role;text\nt1;m%s;" + AT_TEN + ";bot;a, b\n";
        Path own = intake.file("own.sql", "SELECT thread_id, message_id, sent_at, sender_role, text FROM raw");
        Path canonical = intake.file("a.csv", csv.formatted("1"));
        Path mapped = intake.file("b.csv", csv.formatted("2").replace(';', '\t'));
        intake.ingest(canonical);
        intake.ingest(new IngestRequest(List.of(mapped.toString()), own.toString(), Intake.NOON, "own", false, 0));
        assertThat(intake.messages())
                .containsExactly("t1/m1 2025-06-01T10:00:00Z a, b", "t1/m2 2025-06-01T10:00:00Z a, b");
    }

    @Test
    void aColumnThatAHeaderNamesTwiceIsAMistakeWhereItIsWanted() {
        String header = "thread_id,message_id,sent_at,sender_role,%s,%s\n";
        Path text = intake.file("text.csv", header.formatted("text", "Text") + "t1,m1," + AT_TEN + ",bot,a,b");
        Path other = intake.file("other.csv", header.formatted("tag", "tag") + "t1,m2," + AT_TEN + ",bot,a,b");
        assertThatThrownBy(() -> intake.ingest(text))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("Cannot read " + text)
                .hasMessageContaining("names the column Text twice");
        assertThat(intake.ingest(other).accepted()).isEqualTo(1);
    }

    @Test
    void anObjectAroundAllRecordsIsNamedWithItsConversionUnlessItIsWanted() {
        String wrapped = "{\"page\":1,\"tags\":[\"a\"],\"messages\":[" + line("m1", AT_TEN, "a") + "]}\n";
        Path export = intake.file("export.json", wrapped);
        assertThatThrownBy(() -> intake.ingest(export))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("Cannot read " + export)
                .hasMessageContaining("the list 'messages'")
                .hasMessageContaining("`jq -c '.\"messages\"[]'`");
        Path own = intake.file(
                "own.sql",
                "SELECT get_json_object(messages, '$[0].thread_id') AS thread_id, 'm1' AS message_id, '" + AT_TEN
                        + "' AS sent_at, 'bot' AS sender_role FROM raw");
        IngestRequest unwrapped =
                new IngestRequest(List.of(export.toString()), own.toString(), Intake.NOON, "own", false, 0);
        assertThat(intake.ingest(unwrapped).accepted()).isEqualTo(1);
        Path line = intake.file("line.json", wrapped + line("m2", AT_TEN, "a"));
        assertThat(intake.ingest(line).accepted()).isEqualTo(1);
        assertThat(intake.rejects()).containsExactly("no_thread 1");
    }

    @Test
    void aFileThatIsNoLinesOfUtf8IsNamedOnceWhateverTheMappingAndThePacking() throws IOException {
        String json = line("m1", AT_TEN, "a") + "\n";
        String csv = "thread_id,message_id,sent_at,sender_role\nt1,m2," + AT_TEN + ",bot\n";
        Path own = intake.file("own.sql", "SELECT thread_id, message_id, sent_at, sender_role FROM raw");
        Path good = intake.file("good.jsonl", line("m9", AT_TEN, "a"));
        for (Path file : List.of(
                intake.file("a.jsonl", json.getBytes(StandardCharsets.UTF_16LE)),
                intake.file("a.csv", csv.getBytes(StandardCharsets.UTF_16)),
                intake.file("list.json", "[" + json + "]"),
                intake.file("list.json.gz", gzip("[\n" + json + "]")),
                intake.file("pretty.json", json.replace("{", "{\n")))) {
            for (String mapping : List.of("canonical", own.toString())) {
                List<String> inputs = List.of(good.toString(), file.toString());
                assertThatThrownBy(
                                () -> intake.ingest(new IngestRequest(inputs, mapping, Intake.NOON, "named", false, 1)))
                        .as("%s by %s", file, mapping)
                        .isInstanceOf(UserError.class)
                        .hasMessageContaining("Cannot read " + file)
                        .hasMessageContaining("Convert it with");
            }
        }
        assertThat(intake.messages()).isEmpty();
        assertThat(intake.rejects()).isEmpty();
    }

    @Test
    void aLineOfTenMegabytesIsAMessage() {
        String text = "x".repeat(10_000_000);
        IngestReport report =
                intake.ingest(intake.file("a.jsonl", line("m1", AT_TEN, text), line("m2", AT_TEN, "b"), "{" + text));
        assertThat(report.accepted()).isEqualTo(2);
        assertThat(report.rejected()).isEqualTo(1);
        assertThat(intake.rows(MessagesTable.TABLE).map(row -> row.<Integer>getAs("text_length")))
                .contains(10_000_000);
    }

    @Test
    void aTruncatedGzipFileIsNamedAndNothingIsTaken() throws IOException {
        byte[] whole = gzip((line("m1", AT_TEN, "a") + "\n").repeat(50_000));
        intake.file("in/good.jsonl", line("m9", AT_TEN, "a"));
        Path cut = intake.file("in/cut.jsonl.gz", Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> intake.ingest(folder.resolve("in")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(cut.toString());
        Path csv =
                intake.file("cut.csv.gz", Arrays.copyOf(gzip("thread_id,message_id\n" + "a,b\n".repeat(50_000)), 60));
        assertThatThrownBy(() -> intake.ingest(csv))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(csv.toString());
        assertThat(intake.messages()).isEmpty();
        assertThat(intake.ledger()).isEmpty();
    }

    @Test
    void allFilesThatCannotBeReadAreNamedAtOnce() throws IOException {
        byte[] whole = gzip((line("m1", AT_TEN, "a") + "\n").repeat(50_000));
        intake.file("in/good.jsonl", line("m9", AT_TEN, "a"));
        intake.file("in/good.jsonl.gz", whole);
        Path cut = intake.file("in/cut.jsonl.gz", Arrays.copyOf(whole, whole.length / 2));
        Path wide = intake.file("in/wide.csv", "thread_id,message_id\n".getBytes(StandardCharsets.UTF_16));
        Path parquet = intake.file("in/no.parquet", "PAR1");
        Path own = intake.file("own.sql", "SELECT thread_id, message_id, sent_at, sender_role FROM raw");
        for (String mapping : List.of("canonical", own.toString())) {
            List<String> inputs = List.of(folder.resolve("in").toString());
            assertThatThrownBy(() -> intake.ingest(new IngestRequest(inputs, mapping, Intake.NOON, "all", false, 1)))
                    .isInstanceOf(UserError.class)
                    .hasMessageStartingWith("3 of 5 inputs cannot be read:\nCannot read " + cut + ". It is cut off")
                    .hasMessageContaining("\nCannot read " + parquet)
                    .hasMessageContaining("\nCannot read " + wide + ". It is UTF-16");
        }
    }

    @Test
    void ofFilesWithOneMistakeOfTheirRecordsAllAreNamed() throws IOException {
        String header = "thread_id,message_id,sent_at,sender_role,text,Text\n";
        String wrapped = "{\"messages\":[" + line("m1", AT_TEN, "a") + "]}\n";
        intake.file("in/good.csv", "thread_id,message_id,sent_at,sender_role,tag,tag\n");
        String names = Stream.of(
                        intake.file("in/a.csv", header),
                        intake.file("in/b.csv.gz", gzip(header)),
                        intake.file("in/c.json", wrapped),
                        intake.file("in/d.json", wrapped))
                .map(file -> "\nCannot read " + file + ". .*")
                .collect(Collectors.joining());
        assertThatThrownBy(() -> intake.ingest(folder.resolve("in")))
                .isInstanceOf(UserError.class)
                .message()
                .containsPattern("^4 of 5 inputs cannot be read:" + names);
    }

    @Test
    void ofManyFilesThatCannotBeReadTenAreNamed() {
        for (int i = 10; i < 22; i++) {
            intake.file("in/" + i + ".json", "[\n");
        }
        assertThatThrownBy(() -> intake.ingest(folder.resolve("in")))
                .hasMessageStartingWith("12 of 12 inputs cannot be read:\n")
                .hasMessageContaining("19.json")
                .hasMessageContaining("\nand 2 more.")
                .message()
                .doesNotContain("20.json");
    }

    @Test
    void aGzipFileWithAWrongByteIsNamed() throws IOException {
        byte[] damaged = gzip((line("m1", AT_TEN, "a") + "\n").repeat(2_000));
        damaged[damaged.length / 2] ^= 1;
        Path file = intake.file("a.jsonl.gz", damaged);
        assertThatThrownBy(() -> intake.ingest(file))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("damaged");
    }

    @Test
    void aParquetFileOfATypeThatSparkDoesNotReadIsNamed() throws IOException {
        Path file = folder.resolve("nanos.parquet");
        MessageType type =
                MessageTypeParser.parseMessageType("message m { required int64 t (TIMESTAMP(NANOS,true)); }");
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new org.apache.hadoop.fs.Path(file.toUri()))
                .withType(type)
                .build()) {
            writer.write(new SimpleGroup(type).append("t", 1L));
        }
        assertThatThrownBy(() -> intake.ingest(file))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("NANOS");
    }

    @Test
    void aMappingThatFailsOnAValueIsTheUsersMistakeAndQuotesNothing() {
        Path log = intake.file("in/a.jsonl", line("m1", AT_TEN, "Mon, 02 Mar 2026 nobody"));
        for (String expression : List.of(
                "CAST(parse_json(text):body AS STRING)",
                "raise_error(text)",
                "CAST(to_timestamp(text, 'EEE, dd MMM yyyy') AS STRING)")) {
            Path mapping = intake.file(
                    "own.sql",
                    // Some editors begin a file so.
                    "\uFEFFSELECT thread_id, message_id, sent_at, sender_role, sender_id, %s AS text FROM raw"
                            .formatted(expression));
            IngestRequest request =
                    new IngestRequest(List.of(log.toString()), mapping.toString(), Intake.NOON, "own", false, 1);
            assertThatThrownBy(() -> intake.ingest(request))
                    .as(expression)
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining(mapping.toString())
                    .hasNoCause()
                    .message()
                    .as(expression)
                    .doesNotContain("nobody");
        }
    }

    @Test
    void aFileThatIsNotWhatItsNameSaysIsNamed() throws IOException {
        Path gzip = intake.file("a.jsonl.gz", line("m1", AT_TEN, "a"));
        assertThatThrownBy(() -> intake.ingest(gzip))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(gzip.toString())
                .hasMessageContaining("not compressed by gzip");
        Path plain = intake.file("plain.csv", gzip("thread_id,message_id\n"));
        Path twice = intake.file("twice.jsonl.gz", gzip(gzip(line("m1", AT_TEN, "a"))));
        assertThatThrownBy(() -> intake.ingest(plain, twice))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(
                        "Cannot read " + plain + ". It is compressed by gzip, and its name says otherwise")
                .hasMessageContaining("Cannot read " + twice + ". It is compressed by gzip twice");
        Path parquet = intake.file("a.parquet", line("m1", AT_TEN, "a"));
        assertThatThrownBy(() -> intake.ingest(parquet))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(parquet.toString())
                .hasMessageContaining("Its name ends in .parquet, and it is text");
        Path zipped = intake.file("b.parquet", gzip("PAR1"));
        assertThatThrownBy(() -> intake.ingest(zipped)).hasMessageContaining("and it is compressed by gzip");
    }

    @Test
    void gzippedFilesAreRead() throws IOException {
        Path json = intake.file("a.jsonl.gz", gzip(line("m1", AT_TEN, "a") + "\n{broken\n"));
        Path csv =
                intake.file("a.CSV.GZ", gzip("thread_id,message_id,sent_at,sender_role\nt1,m2," + AT_TEN + ",bot\n"));
        assertThat(intake.ingest(json, csv).accepted()).isEqualTo(2);
        assertThat(intake.rejects()).containsExactly("malformed 2");
    }

    @Test
    void aFolderOfOtherThingsIsAMistake() {
        intake.file("in/readme.txt", "hello");
        assertThatThrownBy(() -> intake.ingest(folder.resolve("in")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("1 file");
    }

    @Test
    void numbersAsIdsKeepTheirDigitsAndHugeTimesAreRefused() {
        String record = "{\"thread_id\":%s,\"message_id\":%s,\"sent_at\":%s,\"sender_role\":\"bot\"}";
        IngestReport report = intake.ingest(intake.file(
                "a.jsonl",
                record.formatted("12345678901234567890", "0.10", "1748772000000"),
                record.formatted("1", "1", "9223372036854775808"),
                record.formatted("1", "2", "9223372036854775807"),
                record.formatted("1", "3", "-5")));
        assertThat(intake.messages()).containsExactly("12345678901234567890/0.10 2025-06-01T10:00:00Z null");
        assertThat(report.rejectedByReason()).containsEntry("bad_event_time", 3L);
    }

    @Test
    void epochSecondsAreToldHowToBecomeMilliseconds() {
        Path log = intake.file(
                "a.jsonl",
                "{\"thread_id\":\"t1\",\"message_id\":\"m1\",\"created\":1748772000,\"sender_role\":\"bot\"}");
        IngestReport seconds = ingestAs("created", log);
        assertThat(seconds.rejectedByReason()).containsOnlyKeys("bad_event_time");
        assertThat(RejectReasons.meaning("bad_event_time")).contains("sent_at * 1000");
        assertThat(ingestAs("created * 1000", log).accepted()).isEqualTo(1);
        for (String other : List.of("CAST(created AS DECIMAL(20, 3)) * 1000", "CAST(created AS BIGINT) * 1000")) {
            assertThat(ingestAs(other, log).duplicates()).as(other).isEqualTo(1);
        }
        assertThat(ingestAs("created * 1e300", log).rejectedByReason()).containsOnlyKeys("bad_event_time");
        assertThat(intake.messages()).containsExactly("t1/m1 2025-06-01T10:00:00Z null");
    }

    private IngestReport ingestAs(String sentAt, Path log) {
        Path own =
                intake.file("own.sql", "SELECT thread_id, message_id, sender_role, " + sentAt + " AS sent_at FROM raw");
        return intake.ingest(
                new IngestRequest(List.of(log.toString()), own.toString(), Intake.NOON, "own-" + sentAt, true, 1));
    }

    @Test
    void oddFileNamesAreRead() {
        Path file = intake.file("in/a [1] {b} %20 ü#?*.jsonl", line("m1", AT_TEN, "a"), "{broken");
        assertThat(intake.ingest(folder.resolve("in")).accepted()).isEqualTo(1);
        assertThat(intake.rows(RejectedRecordsTable.TABLE).map(row -> row.<String>getAs("file")))
                .containsExactly(file.toString());
    }

    @Test
    void aWarehouseThatIsAFileIsAMistake() {
        Path file = intake.file("taken", "something");
        Warehouse warehouse = new Warehouse(intake.warehouse.spark(), file.toString());
        IngestRequest request = intake.request(intake.file("a.jsonl", line("m1", AT_TEN, "a")));
        assertThatThrownBy(() -> new IngestJob(warehouse).run(request))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void noRightToReadOrWriteIsAMistake() throws IOException {
        Assumptions.assumeFalse(System.getProperty("user.name").equals("root"), "root may do everything");
        Path file = intake.file("a.jsonl", line("m1", AT_TEN, "a"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assertThatThrownBy(() -> intake.ingest(file))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(file.toString());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        assertThatThrownBy(() -> intake.ingest(file)).isInstanceOf(UserError.class);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void aFullDiskIsToldFromABug() {
        Exception full = new IllegalStateException("task failed", new IOException("No space left on device"));
        assertThat(SparkFailures.explained(full, "warehouse"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("full");
        Exception bug = new IllegalStateException("a bug");
        assertThat(SparkFailures.explained(bug, "warehouse")).isSameAs(bug);
    }

    private static byte[] gzip(String text) throws IOException {
        return gzip(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        }
        return bytes.toByteArray();
    }
}
