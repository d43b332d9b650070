package dev.threadline.dashboard.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Threadline's commands and DuckDB scripts as processes with the same memory. */
final class Tools {

    private final String launcher;
    private final Path folder;
    private final long memoryBytes;
    private final Child child;

    /**
     * Commands that are run in a folder.
     *
     * @param launcher the script {@code threadline}
     * @param memoryBytes heap of Threadline's processes, and DuckDB's limit
     */
    Tools(String launcher, Path folder, long memoryBytes) {
        this.launcher = launcher;
        this.folder = folder;
        this.memoryBytes = memoryBytes;
        this.child = new Child(folder, Map.of("THREADLINE_HEAP", String.valueOf(memoryBytes)));
    }

    Measured threadline(String... arguments) {
        return child.run(command(arguments));
    }

    Measured threadlineUntil(BooleanSupplier answers, String... arguments) {
        return child.runUntil(command(arguments), answers);
    }

    /** Runs a script of this package with values in its places. */
    Measured duckDb(String script, Map<String, String> values) {
        Path file = write(script, Resource.sql(script, values));
        Path spill = Folders.empty(folder.resolve("spill"));
        return threadline(
                "bench-duckdb", "--memory", String.valueOf(memoryBytes), "--spill", spill.toString(), file.toString());
    }

    /** Writes SQL into the folder. */
    Path write(String name, String sql) {
        try {
            return Files.writeString(folder.resolve(name + ".sql"), sql);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(launcher));
        command.addAll(List.of(arguments));
        return command;
    }
}
