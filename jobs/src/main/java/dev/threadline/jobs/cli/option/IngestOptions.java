package dev.threadline.jobs.cli.option;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What is taken in, and how it is read. */
public final class IngestOptions {

    @Option(
            names = "--input",
            paramLabel = "PATH",
            arity = "1..*",
            required = true,
            description = "Logs: files, folders or globs of JSON lines, CSV or Parquet, gzip too.")
    private List<String> inputs = new ArrayList<>();

    @Option(
            names = "--source",
            paramLabel = "NAME|FILE.sql",
            defaultValue = "canonical",
            description = {
                "Source mapping: one SELECT over the view raw that gives the canonical columns.",
                "A built-in one by name or a file. Default: ${DEFAULT-VALUE}."
            })
    private String source = "canonical";

    @Option(names = "--again", description = "Take files in again that were taken in before and have not changed.")
    private boolean again;

    /** The files, folders and globs of the logs. */
    public List<String> inputs() {
        return inputs;
    }

    /** The name of a built-in source mapping, or a file that ends in {@code .sql}. */
    public String source() {
        return source;
    }

    /** Whether files that were taken in before, and have not changed, are taken in once more. */
    public boolean again() {
        return again;
    }
}
