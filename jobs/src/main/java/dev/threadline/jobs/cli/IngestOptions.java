package dev.threadline.jobs.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What is taken in, and how it is read. */
final class IngestOptions {

    @Option(
            names = "--input",
            paramLabel = "PATH",
            arity = "1..*",
            required = true,
            description = "Logs: files, folders or globs of JSON lines, CSV or Parquet, gzip too.")
    List<String> inputs = new ArrayList<>();

    @Option(
            names = "--source",
            paramLabel = "NAME|FILE.sql",
            defaultValue = "canonical",
            description = {
                "Source mapping: one SELECT over the view raw that gives the canonical columns.",
                "A built-in one by name or a file. Default: ${DEFAULT-VALUE}."
            })
    String source = "canonical";

    @Option(names = "--again", description = "Take files in again that were taken in before and have not changed.")
    boolean again;
}
