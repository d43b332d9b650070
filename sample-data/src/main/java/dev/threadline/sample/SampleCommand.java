package dev.threadline.sample;

import dev.threadline.sample.operation.Scenario;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code threadline sample}: generates a realistic log of a service team, and the truth behind it. */
@Command(
        name = "threadline sample",
        sortOptions = false,
        usageHelpAutoWidth = true,
        mixinStandardHelpOptions = true,
        versionProvider = SampleCommand.Version.class,
        description = {
            "Generates the message log of a simulated service team: five channels, four teams in two zones, bots,"
                    + " shifts, three languages, and the dirt of real exports. The truth behind it lies beside it.",
            ""
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  threadline sample --out ./sample --conversations 2000 --agents 8 --seed 7",
            "  threadline run --input ./sample/log --config ./sample/threadline.yml",
            "",
            "Written are DIR/log (JSON lines), DIR/threadline.yml (hours and holidays of the",
            "teams) and DIR/truth (CSV: the conversation of each message, conversations,",
            "needs, attention spent, load, dirt). The same options give the same lines on",
            "every machine.",
            "",
            "Exit codes: 0 done, 1 a failure of ours, 2 a mistake in the options."
        })
public final class SampleCommand implements Callable<Integer> {

    private static final int MOST_FILES = 9_999;
    private static final double MOST_DIRT = 0.2;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder to write to.")
    private Path out = Path.of("");

    @Option(names = "--force", description = "Replace a sample that is already there.")
    private boolean force;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "The same seed gives the same log (${DEFAULT-VALUE}).")
    private long seed;

    @Mixin
    private PeriodOptions periodOptions = new PeriodOptions();

    @Option(
            names = "--dirt",
            paramLabel = "SHARE",
            defaultValue = "0.003",
            description = "Malformed lines; duplicates and revisions come twice as often, late records four times,"
                    + " wrong clocks as often; 0 for none (${DEFAULT-VALUE}).")
    private double dirt;

    @Mixin
    private EffectOptions effectOptions = new EffectOptions();

    @Option(names = "--files", paramLabel = "N", description = "Files of the log (one for each week).")
    private @Nullable Long files;

    @Option(
            names = "--gzip",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Compress the files, or with --no-gzip leave them plain (compressed).")
    private boolean gzip;

    /** Runs the command and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new SampleCommand())
                .setExecutionExceptionHandler(Failures::explain)
                .setParameterExceptionHandler(Failures::explain);
    }

    @Override
    public Integer call() throws IOException {
        PeriodOptions.Period period = periodOptions.period();
        Limits.checkShare("--dirt", dirt, MOST_DIRT);
        Scenario scenario = new Scenario(
                seed,
                periodOptions.conversations,
                period.from(),
                period.untilExclusive(),
                periodOptions.agents(period),
                dirt,
                effectOptions.effects());
        long parts = files == null ? Math.min(MOST_FILES, (period.days() + 6) / 7) : files;
        Limits.check("--files", parts, 1, MOST_FILES);
        Folders.prepare(out, force);
        announce(scenario);
        long startNanos = System.nanoTime();
        Sample.Counts counts = new Sample(out, (int) parts, gzip).write(scenario);
        report(counts, (System.nanoTime() - startNanos) / 1e9);
        return 0;
    }

    private void announce(Scenario scenario) {
        say(
                "simulating %,d conversations with %,d agents from %s until %s%n",
                scenario.conversations(), scenario.agents(), scenario.from(), scenario.untilExclusive());
    }

    private void report(Sample.Counts counts, double seconds) {
        say(
                "wrote %,d lines of %,d conversations to %s in %.1f s (%,.0f lines/s)%n",
                counts.lines(), counts.conversations(), out, seconds, counts.lines() / Math.max(seconds, 1e-3));
    }

    private void say(String format, Object... values) {
        if (spec != null) {
            PrintWriter console = spec.commandLine().getOut();
            console.printf(Locale.ROOT, format, values);
            console.flush();
        }
    }

    /** The version of the jar. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = SampleCommand.class.getPackage().getImplementationVersion();
            return new String[] {"threadline " + (version == null ? "(not packaged)" : version)};
        }
    }
}
