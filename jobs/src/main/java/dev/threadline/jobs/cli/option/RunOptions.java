package dev.threadline.jobs.cli.option;

import dev.threadline.jobs.run.WholeFile;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that every command has that changes a warehouse. */
public final class RunOptions {

    @Mixin
    private WarehouseOptions warehouse = new WarehouseOptions();

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write what the run did as JSON, also when it fails: counts, durations, versions, warnings.")
    private @Nullable Path report;

    /** Which warehouse it is, and how it is reached. */
    public WarehouseOptions warehouse() {
        return warehouse;
    }

    /** Where the report goes, if it is wanted; a user error if it cannot be written there. */
    public Optional<WholeFile> reportFile() {
        return Optional.ofNullable(report).map(WholeFile::new);
    }
}
