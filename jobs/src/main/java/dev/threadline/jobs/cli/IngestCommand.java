package dev.threadline.jobs.cli;

import dev.threadline.jobs.cli.option.IngestOptions;
import dev.threadline.jobs.cli.option.RunOptions;
import dev.threadline.jobs.cli.session.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code threadline ingest}: logs to messages. */
@Command(
        name = "ingest",
        description = {"Takes message logs into the warehouse.", ""},
        footer = {
            "",
            "A file is known by path, size and modification time: one already taken in is passed over.",
            "",
            "Example: ./threadline ingest --input logs/2026-03/ more.csv.gz --source helpdesk.sql"
        })
final class IngestCommand implements Callable<Integer> {

    @Mixin
    RunOptions options = new RunOptions();

    @Mixin
    IngestOptions ingest = new IngestOptions();

    @Override
    public Integer call() {
        return Session.run("ingest", options, session -> session.ingest(ingest));
    }
}
