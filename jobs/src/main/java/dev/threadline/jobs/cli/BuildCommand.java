package dev.threadline.jobs.cli;

import dev.threadline.jobs.cli.option.BuildOptions;
import dev.threadline.jobs.cli.option.RunOptions;
import dev.threadline.jobs.cli.session.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code threadline build}: messages to published tables. */
@Command(
        name = "build",
        description = {"Builds, audits and publishes the tables from the messages in the warehouse.", ""},
        footer = {
            "",
            "Readers see the last publication until the new one passed its audit.",
            "",
            "Example: ./threadline build --as-of 2026-03-31T23:59:59Z"
        })
final class BuildCommand implements Callable<Integer> {

    @Mixin
    RunOptions options = new RunOptions();

    @Mixin
    BuildOptions build = new BuildOptions();

    @Override
    public Integer call() {
        return Session.runOnTables("build", options, session -> session.publish(build.asOf(), build.extent()));
    }
}
