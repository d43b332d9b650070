package dev.threadline.jobs.cli;

import dev.threadline.jobs.cli.option.RunOptions;
import dev.threadline.jobs.cli.session.Approval;
import dev.threadline.jobs.cli.session.Session;
import java.io.Console;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code threadline rebuild}: everything anew, and what that changes in what was reported. */
@Command(
        name = "rebuild",
        description = {"Builds everything anew, shows what that changes in the numbers, and publishes when told to.", ""
        },
        footer = {
            "",
            "After a change of configuration or of definitions, or a repair of the log. All days are built and published;",
            "--from says which are compared with the publication that readers see.",
            "",
            "Examples:",
            "  ./threadline rebuild --from 2026-03-01          shows the differences and asks",
            "  ./threadline rebuild --from 2026-03-01 --yes    publishes without asking"
        })
final class RebuildCommand implements Callable<Integer> {

    @Mixin
    RunOptions options = new RunOptions();

    @Option(
            names = "--from",
            paramLabel = "DATE",
            required = true,
            description = "The first day compared, such as 2026-03-01, in the report zone.")
    LocalDate from = LocalDate.EPOCH;

    @Option(names = "--yes", description = "Publish without asking.")
    boolean yes;

    @Override
    @SuppressWarnings("SystemConsoleNull") // where later Java has one without a terminal, it gives no answer
    public Integer call() {
        Console terminal = System.console();
        Approval approval = yes ? Approval.GIVEN : Approval.by(terminal == null ? null : terminal::readLine);
        return Session.runOnTables("rebuild", options, session -> session.rebuild(from, approval));
    }
}
