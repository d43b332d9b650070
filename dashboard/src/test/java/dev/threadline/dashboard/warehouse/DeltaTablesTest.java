package dev.threadline.dashboard.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.threadline.dashboard.error.UserError;
import dev.threadline.dashboard.fixture.DeltaFolder;
import dev.threadline.jobs.backlog.BacklogTable;
import io.delta.kernel.TableManager;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeltaTablesTest {

    @TempDir
    private Path directory;

    @Test
    void aPinnedVersionIsReadThoughThereIsANewerOne() {
        write(1);
        write(2);
        assertThat(tables().at("backlog", 0).files())
                .hasSize(1)
                .doesNotContainAnyElementsOf(tables().newest("backlog").files());
        assertThat(tables().newestVersion("backlog")).hasValue(1);
    }

    @Test
    void aTableWithACheckpointIsRead() throws IOException {
        for (int version = 0; version < 3; version++) {
            write(version);
        }
        Engine engine = DefaultEngine.create(new Configuration());
        TableManager.loadSnapshot(directory.resolve("backlog").toString())
                .build(engine)
                .writeCheckpoint(engine);
        Files.delete(directory.resolve("backlog/_delta_log/00000000000000000000.json"));
        assertThat(tables().newest("backlog").version()).isEqualTo(2);
        assertThat(tables().newest("backlog").files()).hasSize(1);
    }

    @Test
    void columnsCarryTheirTypesAndComments() {
        write(1);
        assertThat(tables().newest("backlog").columns())
                .extracting(PinnedTable.PinnedColumn::name, PinnedTable.PinnedColumn::type)
                .contains(tuple("hour_at", "TIMESTAMPTZ"), tuple("open", "INTEGER"), tuple("oldest_wait_ms", "BIGINT"));
        assertThat(tables().newest("backlog").columns())
                .allSatisfy(column -> assertThat(column.comment()).isNotBlank());
    }

    @Test
    void aTableWithDeletionVectorsIsRefused() throws IOException {
        write(1);
        Path commit = directory.resolve("backlog/_delta_log/00000000000000000000.json");
        String deleted =
                "\"deletionVector\":{\"storageType\":\"i\",\"pathOrInlineDv\":\"wi5b=000010000siXQKl0rr91000f55c8Xg0@@D72lkbi5=-{L\","
                        + "\"sizeInBytes\":40,\"cardinality\":6},\"dataChange\"";
        Files.writeString(
                commit,
                Files.readString(commit)
                        .replace(
                                "{\"minReaderVersion\":1,\"minWriterVersion\":2}",
                                "{\"minReaderVersion\":3,\"minWriterVersion\":7,\"readerFeatures\":[\"deletionVectors\"],"
                                        + "\"writerFeatures\":[\"deletionVectors\"]}")
                        .replace("\"dataChange\"", deleted));
        assertThatThrownBy(() -> tables().newest("backlog"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("backlog")
                .hasMessageContaining("deletion vectors");
    }

    @Test
    void aVersionThatIsGoneIsTheUsersToRepair() {
        write(1);
        assertThatThrownBy(() -> tables().at("backlog", 7))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("./threadline build");
    }

    private void write(int open) {
        new DeltaFolder(directory).write(BacklogTable.TABLE, "SELECT %d AS open".formatted(open));
    }

    private DeltaTables tables() {
        return new DeltaTables(directory);
    }
}
