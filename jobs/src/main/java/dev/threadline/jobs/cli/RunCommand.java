package dev.threadline.jobs.cli;

import dev.threadline.jobs.cli.option.BuildOptions;
import dev.threadline.jobs.cli.option.IngestOptions;
import dev.threadline.jobs.cli.option.RunOptions;
import dev.threadline.jobs.cli.session.Session;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code threadline run}: ingest and build. */
@Command(
        name = "run",
        description = {"Takes message logs in and publishes the tables: ingest, then build.", ""},
        footer = {
            "",
            "Examples:",
            "  ./threadline run --input logs/",
            "  ./threadline run --input tickets.csv.gz --source helpdesk.sql --warehouse /data/warehouse",
            "",
            "Exit codes: 0 done, 1 a failure of Threadline or its surroundings, 2 a mistake in what was asked or handed in."
        })
final class RunCommand implements Callable<Integer> {

    @Mixin
    RunOptions options = new RunOptions();

    @Mixin
    IngestOptions ingest = new IngestOptions();

    @Mixin
    BuildOptions build = new BuildOptions();

    @Override
    public Integer call() {
        return Session.run("run", options, session -> {
            Optional<Instant> asOf = build.asOf();
            session.lookAhead();
            session.ingest(ingest);
            session.publish(asOf, build.extent());
        });
    }
}
