package dev.threadline.ingestion.warehouse;

import static dev.threadline.ingestion.SharedSpark.SPARK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.delta.DeltaLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of tables are joined, deleted and forgotten; what somebody may read stays as it is. */
class UpkeepTest {

    private record Tick(String id, long atMs) {}

    private static final Table<Tick> TICKS = Table.<Tick>named("ticks", "One row per tick.")
            .key("tick_id")
            .prunedBy("at")
            .string("tick_id", "What the tick is called.", Tick::id)
            .instant("at", "When it ticked.", Tick::atMs)
            .build();

    /** Files get their times from the machine: limits lie before and after it. */
    private static final Instant FUTURE = Instant.parse("2999-01-01T00:00:00Z");

    private static final Instant PAST = Instant.parse("2001-01-01T00:00:00Z");

    @TempDir
    Path folder;

    private Warehouse warehouse;
    private TableWriter writer;

    @BeforeEach
    void openWarehouse() {
        warehouse = new Warehouse(SPARK, folder.toString());
        writer = new TableWriter(warehouse);
    }

    @Test
    void smallFilesBecomeOneWithTheSameRowsAndTheOldVersionStays() {
        long last = appendTicks(4);
        Compaction.Compacted compacted = new Compaction(warehouse).run(TICKS, FUTURE.toEpochMilli());
        assertThat(compacted.filesBefore()).isEqualTo(4);
        assertThat(compacted.filesAfter()).isEqualTo(1);
        assertThat(compacted.versionBefore()).isEqualTo(last);
        assertThat(compacted.version()).isEqualTo(last + 1);
        assertThat(ids(compacted.version())).containsExactly("0", "1", "2", "3");
        assertThat(ids(last)).containsExactly("0", "1", "2", "3");
        assertThat(new Compaction(warehouse).run(TICKS, FUTURE.toEpochMilli()).version())
                .as("nothing is left to do")
                .isEqualTo(last + 1);
    }

    @Test
    void filesAreJoinedUpToASizeAndInTheOrderInWhichTheyCame() {
        appendTicks(8);
        long bytes = warehouse.snapshot(TICKS).sizeInBytes();
        Compaction.Compacted compacted = new Compaction(warehouse, bytes * 9 / 16).run(TICKS, FUTURE.toEpochMilli());
        assertThat(compacted.filesAfter()).isEqualTo(2);
        assertThat(warehouse.snapshot(TICKS).allFiles().collectAsList())
                .extracting(file -> file.stats().replaceAll(".*?\"numRecords\":(\\d+).*", "$1"))
                .containsExactly("4", "4");
    }

    @Test
    void vacuumKeepsWhatTheNewestAndPinnedVersionsHold() throws IOException {
        writer.append(TICKS, List.of(new Tick("a", 1)));
        long pinned = writer.replaceAll(TICKS, List.of(new Tick("b", 2)));
        writer.replaceAll(TICKS, List.of(new Tick("c", 3)));
        long newest = writer.replaceAll(TICKS, List.of(new Tick("d", 4)));

        assertThat(vacuum(Set.of(pinned), PAST, FUTURE).files())
                .as("readers may still be at work")
                .isZero();
        Vacuum.Freed freed = vacuum(Set.of(pinned), FUTURE, PAST);

        assertThat(freed.filesBefore()).isEqualTo(4);
        assertThat(freed.files()).isEqualTo(2);
        assertThat(freed.bytes()).isPositive().isLessThan(freed.bytesBefore());
        assertThat(dataFiles()).hasSize(2);
        assertThat(ids(pinned)).containsExactly("b");
        assertThat(ids(newest)).containsExactly("d");
    }

    @Test
    void aFileThatNoVersionEverHeldStaysWhileARunMayBeAtWorkOnIt() throws IOException {
        writer.append(TICKS, List.of(new Tick("a", 1)));
        try (DataFileWriter<Tick> unfinished = warehouse.dataFiles().open(TICKS)) {
            unfinished.write(new Tick("b", 2));
            unfinished.finish();
        }
        assertThat(vacuum(Set.of(), FUTURE, PAST).unfinished()).isEqualTo(1);
        assertThat(dataFiles()).hasSize(2);
        assertThat(vacuum(Set.of(), FUTURE, FUTURE).files()).isEqualTo(1);
        assertThat(dataFiles()).hasSize(1);
    }

    @Test
    void aFileThatDeltaForgotHavingRemovedGoesByItsAge() throws IOException {
        writer.append(TICKS, List.of(new Tick("a", 1)));
        Files.setLastModifiedTime(dataFiles().get(0), FileTime.from(PAST.minusSeconds(1)));
        long newest = writer.replaceAll(TICKS, List.of(new Tick("b", 2)));
        new LogCleanup(warehouse).run(TICKS, newest, FUTURE);
        assertThat(vacuum(Set.of(), FUTURE, PAST).files()).isEqualTo(1);
    }

    @Test
    void theLogBeforeTheOldestNeededVersionGoesAndAllAfterItStayReadable() throws IOException {
        for (int i = 0; i < 7; i++) {
            writer.replaceAll(TICKS, List.of(new Tick("v" + i, i)));
        }
        long newest = warehouse.version(TICKS);
        new LogCleanup(warehouse).run(TICKS, newest - 3, PAST);
        assertThat(logFiles("\\d+\\.json")).as("a run may be at work").hasSize(7);
        new LogCleanup(warehouse).run(TICKS, newest - 3, FUTURE);
        DeltaLog.clearCache();

        assertThat(logFiles("\\d+\\.json")).hasSize(4);
        assertThat(logFiles("\\d+\\.checkpoint.*\\.parquet")).isNotEmpty();
        assertThat(ids(newest)).containsExactly("v6");
        assertThat(ids(newest - 1)).containsExactly("v5");
        assertThat(ids(newest - 3)).containsExactly("v3");
        assertThatThrownBy(() -> ids(newest - 4)).isNotNull();
        writer.append(TICKS, List.of(new Tick("more", 7)));
        assertThat(ids(newest + 1)).containsExactly("more", "v6");
    }

    @Test
    void settingsThatATableLacksAreGivenToItOnce() {
        long version = writer.append(TICKS, List.of(new Tick("a", 1)));
        assertThat(writer.describe(TICKS)).isEqualTo(version);
        SPARK.sql("ALTER TABLE delta.`" + warehouse.location(TICKS)
                + "` UNSET TBLPROPERTIES ('delta.enableExpiredLogCleanup')");
        assertThat(writer.describe(TICKS)).isEqualTo(version + 2);
        assertThat(writer.describe(TICKS)).isEqualTo(version + 2);
        assertThat(ids(version + 2)).containsExactly("a");
    }

    private long appendTicks(int count) {
        IntStream.range(0, count).forEach(i -> writer.append(TICKS, List.of(new Tick("" + i, i))));
        return warehouse.version(TICKS);
    }

    private Vacuum.Freed vacuum(Set<Long> kept, Instant removedBefore, Instant writtenBefore) {
        return new Vacuum(warehouse).run(TICKS, kept, new Vacuum.Limits(removedBefore, writtenBefore));
    }

    private List<String> ids(long version) {
        return warehouse.readAt(TICKS, version).collectAsList().stream()
                .map((Row row) -> row.getString(0))
                .sorted()
                .toList();
    }

    private List<Path> dataFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("ticks"))) {
            return files.filter(file -> file.toString().endsWith(".parquet")).toList();
        }
    }

    private List<String> logFiles(String pattern) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("ticks/_delta_log"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches(pattern))
                    .toList();
        }
    }
}
