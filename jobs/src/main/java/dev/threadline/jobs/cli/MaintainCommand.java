package dev.threadline.jobs.cli;

import dev.threadline.jobs.cli.option.RunOptions;
import dev.threadline.jobs.cli.session.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code threadline maintain}: a warehouse stays small and quick. */
@Command(
        name = "maintain",
        description = {"Joins small files, gives up old publications and texts, and deletes what nobody needs.", ""},
        footer = {
            "",
            "The configuration says what is kept: retain-publications (30d) after another took their place, text-retention",
            "(none). No number changes. Do not use Delta's VACUUM instead: it knows of no publications.",
            "",
            "Example: ./threadline maintain --warehouse /data/warehouse"
        })
final class MaintainCommand implements Callable<Integer> {

    @Mixin
    RunOptions options = new RunOptions();

    @Override
    public Integer call() {
        return Session.runOnTables("maintain", options, Session::maintain);
    }
}
