package dev.threadline.dashboard.command;

import dev.threadline.dashboard.storage.StorageSettings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which warehouse is meant: {@code --warehouse}, else {@code warehouse:} of the configuration. */
final class WarehouseOption {

    @Option(
            names = "--warehouse",
            paramLabel = "DIR",
            description = "Folder or URI of the tables; default: warehouse: of the configuration, else ./warehouse.")
    private @Nullable String folder;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Configuration; default: ./threadline.yml where there is one.")
    private @Nullable Path file;

    @Option(
            names = "--conf",
            paramLabel = "KEY=VALUE",
            description = "A setting of the file system, such as spark.hadoop.fs.s3a.endpoint=...; may be repeated.")
    private Map<String, String> settings = new LinkedHashMap<>();

    DashboardConfiguration configuration() {
        DashboardConfiguration read = DashboardConfiguration.read(file);
        StorageSettings storage = read.storage().with(settings);
        return read.with(folder == null ? storage : storage.at(folder));
    }
}
