package dev.threadline.dashboard;

import dev.threadline.dashboard.bench.BenchCommand;
import dev.threadline.dashboard.bench.DuckDbScriptCommand;
import dev.threadline.dashboard.command.PasswordCommand;
import dev.threadline.dashboard.command.ServeCommand;
import dev.threadline.dashboard.command.SqlCommand;
import dev.threadline.dashboard.command.StatusCommand;
import dev.threadline.dashboard.error.UserError;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command line of the dashboard; exit codes: 0 done, 1 a failure of ours, 2 the user's mistake. */
@Command(
        name = "threadline",
        description = "Reads a warehouse: as a dashboard, by SQL, in brief.",
        subcommands = {
            ServeCommand.class,
            SqlCommand.class,
            StatusCommand.class,
            PasswordCommand.class,
            BenchCommand.class,
            DuckDbScriptCommand.class
        },
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        versionProvider = Main.Version.class)
public final class Main {

    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        // Queries and addresses have digits that every reader knows, whatever the machine is set to.
        Locale.setDefault(Locale.ROOT);
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setUsageHelpWidth(100)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExitCodeExceptionMapper(failure ->
                        failure instanceof UserError || failure instanceof CommandLine.ParameterException ? 2 : 1)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (failure instanceof UserError) {
                        System.err.println(failure.getMessage());
                        return 2;
                    }
                    failure.printStackTrace();
                    return 1;
                });
    }

    /** The version in the jar's manifest. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            @Nullable String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"threadline " + (version == null ? "(development)" : version)};
        }
    }
}
