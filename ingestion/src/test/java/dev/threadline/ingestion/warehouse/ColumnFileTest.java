package dev.threadline.ingestion.warehouse;

import static dev.threadline.ingestion.SharedSpark.SPARK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.ingestion.parquet.ColumnFile;
import dev.threadline.ingestion.parquet.Encodings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes into a file comes out of it, read by Spark, wherever its pages, dictionaries and groups of rows end. */
class ColumnFileTest {

    record Thing(
            @Nullable String name,
            @Nullable String id,
            @Nullable Long whole,
            @Nullable Integer count,
            @Nullable Double fraction,
            @Nullable Boolean flag,
            @Nullable LocalDate date,
            @Nullable Map<String, Long> byName,
            @Nullable Map<Integer, Long> byNumber) {}

    private static final Table<Thing> THINGS = Table.<Thing>named("things", "One row per thing.")
            .string("name", "A text that recurs.", Thing::name)
            .id("id", "A text that does not.", Thing::id)
            .whole("whole", "A whole number.", Thing::whole)
            .count("count", "A small number.", Thing::count)
            .fraction("fraction", "A fraction.", Thing::fraction)
            .flag("flag", "A flag.", Thing::flag)
            .date("date", "A date.", Thing::date)
            .wholeByName("by_name", "Numbers by name.", Thing::byName)
            .wholeByNumber("by_number", "Numbers by number.", Thing::byNumber)
            .build();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "1, 2147483647, 1048576, 1048576, 1",
        "63, 2147483647, 1048576, 1048576, 1",
        "64, 2147483647, 1048576, 1048576, 1",
        "5000, 1000, 1048576, 1048576, 5",
        "5000, 2147483647, 1024, 1048576, 1",
        "5000, 1000, 1048576, 300, 5"
    })
    void recordsComeBackInOrder(int count, int rowsPerGroup, int pageBytes, int dictionaryBytes, int groups)
            throws IOException {
        List<Thing> things = things(count);
        ParquetProperties properties = ParquetProperties.builder()
                .withValuesWriterFactory(new Encodings())
                .withRowGroupRowCountLimit(rowsPerGroup)
                .withPageSize(pageBytes)
                .withDictionaryPageSize(dictionaryBytes)
                .withDictionaryEncoding("id", false)
                .build();

        List<BlockMetaData> written = write(things, properties);

        assertThat(written).hasSize(groups);
        assertThat(written.stream().mapToLong(BlockMetaData::getRowCount).sum()).isEqualTo(count);
        List<Row> read = SPARK.read().parquet(file().toString()).coalesce(1).collectAsList();
        assertThat(read).hasSameSizeAs(things);
        for (int i = 0; i < count; i++) {
            assertThat(asThing(read.get(i))).isEqualTo(things.get(i));
        }
    }

    @Test
    void aFileThatWasNotFinishedIsNoParquetFile() throws IOException {
        try (ColumnFile<Thing> file = open(ParquetProperties.builder().build())) {
            for (Thing thing : things(200)) {
                file.write(thing);
            }
        }
        byte[] bytes = Files.readAllBytes(file());
        assertThat(bytes).as("Parquet's mark at the beginning, nothing else").hasSize(4);
    }

    private List<BlockMetaData> write(List<Thing> things, ParquetProperties properties) throws IOException {
        try (ColumnFile<Thing> file = open(properties)) {
            for (Thing thing : things) {
                file.write(thing);
            }
            return file.finish().getBlocks();
        }
    }

    private ColumnFile<Thing> open(ParquetProperties properties) throws IOException {
        return new ColumnFile<>(
                new org.apache.hadoop.fs.Path(file().toUri()),
                new Configuration(),
                THINGS.columns(),
                THINGS.parquet(),
                properties);
    }

    private Path file() {
        return folder.resolve("things.parquet");
    }

    private static List<Thing> things(int count) {
        Random random = new Random(count);
        List<Thing> things = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            things.add(new Thing(
                    orNone(random, () -> "näme " + random.nextInt(40)),
                    orNone(random, () -> Long.toString(random.nextLong(), 36)),
                    orNone(random, random::nextLong),
                    orNone(random, () -> random.nextInt(9)),
                    orNone(random, random::nextDouble),
                    orNone(random, random::nextBoolean),
                    orNone(random, () -> LocalDate.ofEpochDay(random.nextInt(30_000))),
                    orNone(random, () -> map(random, () -> "k" + random.nextInt(5))),
                    orNone(random, () -> map(random, () -> random.nextInt(2_000)))));
        }
        return things;
    }

    private static <K> Map<K, Long> map(Random random, Supplier<K> key) {
        Map<K, Long> map = new HashMap<>();
        for (int left = random.nextInt(4); left > 0; left--) {
            map.put(key.get(), random.nextLong());
        }
        return map;
    }

    private static <V> @Nullable V orNone(Random random, Supplier<V> value) {
        return random.nextInt(5) == 0 ? null : value.get();
    }

    private static Thing asThing(Row row) {
        return new Thing(
                row.getString(0),
                row.getString(1),
                row.getAs(2),
                row.getAs(3),
                row.getAs(4),
                row.getAs(5),
                row.getAs(6),
                row.isNullAt(7) ? null : row.getJavaMap(7),
                row.isNullAt(8) ? null : row.getJavaMap(8));
    }
}
