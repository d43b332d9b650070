package dev.threadline.ingestion.warehouse;

import static dev.threadline.ingestion.SharedSpark.SPARK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadline.ingestion.SparkFailures;
import dev.threadline.ingestion.UserError;
import io.delta.exceptions.DeltaConcurrentModificationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.delta.DeltaLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarehouseTest {

    record Tick(String id, long atMs) {}

    private static final Table<Tick> TICKS = Table.<Tick>named("ticks", "One row per tick.")
            .key("tick_id")
            .prunedBy("at")
            .string("tick_id", "What the tick is called.", Tick::id)
            .instant("at", "When it ticked.", Tick::atMs)
            .build();

    private static final Tick FIRST = new Tick("a", 1_700_000_000_123L);
    private static final Tick SECOND = new Tick("b", 1_700_000_060_000L);

    @TempDir
    Path folder;

    private Warehouse warehouse;
    private TableWriter writer;

    @BeforeEach
    void openWarehouse() {
        warehouse = new Warehouse(SPARK, folder.resolve("ware house").toString());
        writer = new TableWriter(warehouse);
    }

    @Test
    void aTableExistsFromItsFirstWriteOn() {
        assertThat(warehouse.has(TICKS)).isFalse();
        long version = writer.append(TICKS, List.of(FIRST));
        assertThat(warehouse.has(TICKS)).isTrue();
        assertThat(warehouse.version(TICKS)).isEqualTo(version);
    }

    @Test
    void rowsComeBackAsTheyWere() {
        writer.append(TICKS, List.of(FIRST));
        Row row = warehouse.read(TICKS).first();
        assertThat(row.getString(0)).isEqualTo("a");
        assertThat(row.<Instant>getAs("at")).isEqualTo(Instant.ofEpochMilli(FIRST.atMs()));
    }

    @Test
    void anOlderVersionStaysReadable() {
        long first = writer.append(TICKS, List.of(FIRST));
        long second = writer.replaceAll(TICKS, List.of(SECOND));
        assertThat(second).isGreaterThan(first);
        assertThat(ids(first)).containsExactly("a");
        assertThat(ids(second)).containsExactly("b");
    }

    @Test
    void filesWithoutALaterInstantAreToldApart() {
        writer.append(TICKS, List.of(FIRST));
        long version = writer.append(TICKS, List.of(SECOND));
        TableVersion table = warehouse.at(TICKS, version);
        Instant first = Instant.ofEpochMilli(FIRST.atMs());

        assertThat(table.filesAfter("at", first.minusMillis(1))).hasSize(2);
        assertThat(table.rows(table.filesAfter("at", first)).first().getString(0))
                .isEqualTo("b");
        assertThat(table.rows(table.filesAfter("at", Instant.ofEpochMilli(SECOND.atMs())))
                        .count())
                .isZero();
        assertThat(table.filesAfter("tick_id", first))
                .as("no instants: nothing is known")
                .hasSize(2);
    }

    /** Delta takes the time of a version from its file, and by default reads none that is older than a week. */
    @Test
    void aVersionStaysReadableHoweverOldItIs() throws Exception {
        long first = writer.append(TICKS, List.of(FIRST));
        Path commit = folder.resolve("ware house/ticks/_delta_log/%020d.json".formatted(first));
        Files.setLastModifiedTime(commit, FileTime.from(Instant.now().minus(Duration.ofDays(400))));
        writer.replaceAll(TICKS, List.of(SECOND));
        DeltaLog.clearCache();
        assertThat(ids(first)).containsExactly("a");
    }

    @Test
    void commentsSurviveAppendsAndReplacements() {
        writer.append(TICKS, List.of(FIRST));
        writer.replaceAll(TICKS, List.of(SECOND));
        assertThat(warehouse.read(TICKS).schema().apply("at").getComment().get())
                .isEqualTo("When it ticked.");
        assertThat(warehouse.log(TICKS).unsafeVolatileMetadata().description())
                .isEqualTo("One row per tick. Key: tick_id.");
    }

    @Test
    void timesAreStoredAsMicrosecondsAndNoReaderNeedsSpecialFeatures() throws Exception {
        writer.append(TICKS, List.of(FIRST));
        try (Stream<Path> files = Files.walk(folder)) {
            Path parquet = files.filter(file -> file.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow();
            HadoopInputFile input =
                    HadoopInputFile.fromPath(new org.apache.hadoop.fs.Path(parquet.toUri()), new Configuration());
            try (ParquetFileReader reader = ParquetFileReader.open(input)) {
                assertThat(reader.getFileMetaData().getSchema().getType("at"))
                        .hasToString("optional int64 at (TIMESTAMP(MICROS,true))");
            }
        }
        var protocol = warehouse.log(TICKS).unsafeVolatileSnapshot().protocol();
        assertThat(protocol.minReaderVersion()).isEqualTo(1);
        assertThat(protocol.minWriterVersion()).isEqualTo(2);
    }

    @Test
    void whatWasMadeFromAnOlderVersionIsRefused() {
        long seen = writer.append(TICKS, List.of(FIRST));
        assertThat(writer.appendAsOf(seen, TICKS, List.of(SECOND))).isEqualTo(seen + 1);
        assertThatThrownBy(() -> writer.appendAsOf(seen, TICKS, List.of(FIRST)))
                .isInstanceOf(DeltaConcurrentModificationException.class)
                .satisfies(failure -> assertThat(SparkFailures.explained(failure, "w"))
                        .isInstanceOf(UserError.class)
                        .hasMessageContaining("Another run"));
        assertThat(ids(warehouse.version(TICKS))).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void aTableThatWasNotThereIsMadeOnce() {
        assertThat(writer.appendAsOf(Warehouse.NO_VERSION, TICKS, List.of(FIRST)))
                .isZero();
        assertThatThrownBy(() -> writer.appendAsOf(Warehouse.NO_VERSION, TICKS, List.of(SECOND)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("Another run");
        assertThat(ids(0)).containsExactly("a");
    }

    @Test
    void rowsAreCopiedWhereverTheirColumnsAre() {
        writer.append(TICKS, List.of(FIRST));
        Dataset<Row> turned = warehouse.read(TICKS).selectExpr("1 AS more", "at", "tick_id");
        try (DataFileWriter<InternalRow> file = warehouse.dataFiles().open(TICKS.ofRows(turned.schema()))) {
            InternalRows.of(turned).map(InternalRow::copy).collect().forEach(file::write);
            long copied = writer.replaceAllByFiles(TICKS, file.finish().stream().toList());
            assertThat(ids(copied)).containsExactly("a");
        }
        assertThat(warehouse.read(TICKS).first().<Instant>getAs("at")).isEqualTo(Instant.ofEpochMilli(FIRST.atMs()));
    }

    @Test
    void aMissingTableNamesTheCommandThatMakesIt() {
        assertThatThrownBy(() -> warehouse.read(TICKS))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("'ticks'")
                .hasMessageContaining("threadline run");
    }

    private List<String> ids(long version) {
        return warehouse.readAt(TICKS, version).collectAsList().stream()
                .map(row -> row.getString(0))
                .toList();
    }
}
