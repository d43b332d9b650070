package dev.threadline.dashboard.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadline.dashboard.config.Section;
import dev.threadline.dashboard.config.YamlText;
import dev.threadline.dashboard.error.UserError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StorageSettingsTest {

    private final List<String> problems = new ArrayList<>();

    @Test
    void theCommandLineGoesBeforeTheFile() throws IOException {
        StorageSettings settings = read("""
                        warehouse: s3a://lake/warehouse
                        storage: { fs.s3a.endpoint: 'https://one', fs.s3a.path.style.access: true }
                        """).with(Map.of("spark.hadoop.fs.s3a.endpoint", "https://two"));
        assertThat(settings.warehouse()).isEqualTo("s3a://lake/warehouse");
        assertThat(settings.hadoop())
                .isEqualTo(Map.of("fs.s3a.endpoint", "https://two", "fs.s3a.path.style.access", "true"));
        assertThat(problems).isEmpty();
    }

    @Test
    void whatIsNoSettingOfAFileSystemIsRefused() {
        assertThatThrownBy(() -> StorageSettings.standard().with(Map.of("spark.executor.memory", "8g")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("spark.hadoop.fs.s3a.endpoint=");
    }

    @ParameterizedTest
    @CsvSource({"500MB, 500000000", "1.5 GB, 1500000000", "2TB, 2000000000000"})
    void theCachesSizeHasAUnit(String written, long bytes) throws IOException {
        assertThat(read("dashboard: { cache: { size: '%s', dir: /copies } }".formatted(written))
                        .cache())
                .isEqualTo(new CacheSettings(Path.of("/copies"), bytes));
        assertThat(problems).isEmpty();
    }

    @Test
    void mistakesInTheCacheAreTold() throws IOException {
        read("dashboard: { cache: { size: 20, folder: /copies } }");
        assertThat(problems)
                .containsExactlyInAnyOrder(
                        "line 1: dashboard.cache.size: 20 is no size; write for example 20GB or 500MB",
                        "line 1: dashboard.cache.folder: unknown; known here: dir, size");
    }

    @ParameterizedTest
    @CsvSource({"warehouse, warehouse", "/data/warehouse, /data/warehouse", "file:///data/a%20b, /data/a b"})
    void aFolderOfThisMachineIsReadWhereItIs(String written, Path folder) {
        Storage storage = StorageSettings.standard().at(written).open();
        assertThat(storage).isInstanceOf(LocalFolder.class);
        assertThat(storage.localFolder()).isEqualTo(folder.toAbsolutePath());
    }

    @Test
    void aSchemeThatNoConnectorIsThereForIsTold() {
        assertThatThrownBy(() -> StorageSettings.standard()
                        .at("abfss://lake@account.dfs.core.windows.net/warehouse")
                        .open())
                .isInstanceOf(UserError.class)
                .hasMessageContaining("THREADLINE_CLASSPATH");
    }

    private StorageSettings read(String yaml) {
        Section top = YamlText.parse(yaml, problems);
        return StorageSettings.read(top, CacheSettings.read(top.section("dashboard")));
    }
}
