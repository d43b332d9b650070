package dev.threadline.jobs.cli;

import dev.threadline.jobs.cli.option.RunOptions;
import dev.threadline.jobs.cli.session.Session;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code threadline publish}: which tables readers see. */
@Command(
        name = "publish",
        description = {"Goes back to what an earlier publication showed.", ""},
        footer = {
            "",
            "A new publication pins the earlier tables again, nothing is deleted; the next run that has something new",
            "publishes as usual. Numbers and dates are in the table publications.",
            "",
            "Examples:",
            "  ./threadline publish --rollback      to the tables before the ones shown now",
            "  ./threadline publish --rollback=12   to those of publication 12"
        })
final class PublishCommand implements Callable<Integer> {

    private static final String PREVIOUS = "0";

    @Mixin
    RunOptions options = new RunOptions();

    @Option(
            names = "--rollback",
            paramLabel = "N",
            arity = "0..1",
            fallbackValue = PREVIOUS,
            required = true,
            description = "Go back to publication N; without N to the tables before the ones shown now.")
    long rollback;

    @Override
    public Integer call() {
        return Session.runOnTables(
                "publish",
                options,
                session -> session.rollBack(rollback == 0 ? OptionalLong.empty() : OptionalLong.of(rollback)));
    }
}
