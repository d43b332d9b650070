package dev.threadline.jobs.cli;

import dev.threadline.jobs.cli.option.RunOptions;
import dev.threadline.jobs.cli.session.Session;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code threadline readmit}: refused records are tried again. */
@Command(
        name = "readmit",
        description = {"Tries refused records again after their source mapping was mended.", ""},
        footer = {
            "",
            "What becomes a message leaves rejected_records, what is refused again stays. The tables follow with the next",
            "./threadline build. Trying twice, or after a crash, doubles nothing.",
            "",
            "Examples:",
            "  ./threadline readmit                                              all, each by its own mapping",
            "  ./threadline readmit --source helpdesk.sql --reason unknown_role  these, by the mapping as it is now"
        })
final class ReadmitCommand implements Callable<Integer> {

    @Mixin
    RunOptions options = new RunOptions();

    @Option(
            names = "--source",
            paramLabel = "NAME|FILE.sql",
            description = "Only what a mapping of this name refused, read by this one, wherever its file lay then.")
    @Nullable
    String source;

    @Option(
            names = "--reason",
            paramLabel = "CODE",
            description = "Only what was refused for this reason, such as unknown_role.")
    @Nullable
    String reason;

    @Override
    public Integer call() {
        return Session.runOnTables(
                "readmit",
                options,
                session -> session.readmit(Optional.ofNullable(source), Optional.ofNullable(reason)));
    }
}
