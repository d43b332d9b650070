package dev.threadline.dashboard.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs commands as processes of their own, one at a time, and measures them. A shell around each tells the CPU time of all
 * that it started, to the last moment.
 */
final class Child {

    private static final String WITH_TIMES = "out=$1; shift; \"$@\"; status=$?; times > \"$out\"; exit $status";
    private static final Pattern TIME = Pattern.compile("(\\d+)m([\\d.,]+)s");
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);
    /** Finding a process's children takes a look at all processes: not so often that it disturbs what is measured. */
    private static final int LOOKS_PER_PEAK = 10;

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final double NANOS = 1e9;

    private final Path folder;
    private final Map<String, String> environment;

    /**
     * Runs commands in a folder.
     *
     * @param folder also takes what they print, in a file named after what comes after the program
     */
    Child(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    /**
     * Runs a command to its end.
     *
     * @throws ChildFailure if its exit code is not 0
     */
    Measured run(List<String> command) {
        return run(command, () -> false);
    }

    /** Runs a command until it answers, and ends it then; the time is that until the answer. */
    Measured runUntil(List<String> command, BooleanSupplier answers) {
        return run(command, answers);
    }

    private Measured run(List<String> command, BooleanSupplier answers) {
        Path times = folder.resolve("times.txt");
        Path output = folder.resolve(command.get(1).replaceAll("\\W", "") + ".txt");
        List<String> shell = new ArrayList<>(List.of("sh", "-c", WITH_TIMES, "sh", times.toString()));
        shell.addAll(command);
        try {
            ProcessBuilder builder = new ProcessBuilder(shell)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            long startedAt = System.nanoTime();
            Process process = builder.start();
            long peak = 0;
            double wall = 0;
            for (int look = 1; !process.waitFor(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS); look++) {
                if (look % LOOKS_PER_PEAK == 0) {
                    peak = Math.max(peak, Memory.peakBytes(process.toHandle()));
                }
                if (wall == 0 && answers.getAsBoolean()) {
                    wall = (System.nanoTime() - startedAt) / NANOS;
                    process.toHandle().descendants().forEach(ProcessHandle::destroy);
                    process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
            boolean ended = wall == 0;
            wall = ended ? (System.nanoTime() - startedAt) / NANOS : wall;
            if (ended && process.exitValue() != 0) {
                throw new ChildFailure(command, Files.readAllLines(output));
            }
            return new Measured(wall, cpuSeconds(Files.readAllLines(times)), peak);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the benchmark was stopped", stopped);
        }
    }

    /** User and system time of the shell's children: the second line of what {@code times} says. */
    static double cpuSeconds(List<String> times) {
        Matcher time = TIME.matcher(times.get(1));
        double seconds = 0;
        while (time.find()) {
            seconds += Integer.parseInt(time.group(1)) * 60
                    + Double.parseDouble(time.group(2).replace(',', '.'));
        }
        return seconds;
    }
}
