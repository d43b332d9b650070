package dev.threadline.dashboard.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which warehouse is meant: {@code --warehouse}, else {@code warehouse:} of the configuration. */
final class WarehouseOption {

    @Option(
            names = "--warehouse",
            paramLabel = "DIR",
            description = "Folder of the tables; default: warehouse: of the configuration, else ./warehouse.")
    private @Nullable String folder;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Configuration; default: ./threadline.yml where there is one.")
    private @Nullable Path file;

    DashboardConfiguration configuration() {
        DashboardConfiguration read = DashboardConfiguration.read(file);
        return folder == null ? read : read.withWarehouse(DashboardConfiguration.folder(folder));
    }
}
