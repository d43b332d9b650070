package dev.threadline.jobs.cli;

import dev.threadline.jobs.cli.learn.CalibrateCommand;
import dev.threadline.jobs.cli.learn.EvaluateCommand;
import dev.threadline.jobs.cli.session.Failures;
import dev.threadline.jobs.cli.session.Version;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/** The commands that read logs and build tables. */
@Command(
        name = "threadline",
        description = "Turns message logs into conversations and measures them.",
        subcommands = {
            RunCommand.class,
            IngestCommand.class,
            BuildCommand.class,
            ReadmitCommand.class,
            RebuildCommand.class,
            PublishCommand.class,
            MaintainCommand.class,
            ForgetCommand.class,
            EvaluateCommand.class,
            CalibrateCommand.class,
            WindowsCommand.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = ScopeType.INHERIT)
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        // Numbers and dates are written alike on every machine, whatever its language.
        Locale.setDefault(Locale.ROOT);
        System.exit(commandLine().execute(arguments));
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException malformed) {
            throw new TypeConversionException("'" + text + "' is no date; write one like 2026-03-01");
        }
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setExitCodeExceptionMapper(Failures::exitCode)
                .setExecutionExceptionHandler(Failures::report)
                .registerConverter(LocalDate.class, Main::date)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true);
    }
}
