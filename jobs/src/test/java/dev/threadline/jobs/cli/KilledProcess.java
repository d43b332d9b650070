package dev.threadline.jobs.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A program in a Java process of its own that is killed while it writes, with no warning: {@code kill -9}. */
final class KilledProcess {

    private static final List<String> QUICK_START =
            List.of("-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=240m");

    private final Path watched;
    private final Process process;

    /**
     * Starts it.
     *
     * @param watched the folder that it writes to
     * @param temporary for what it leaves outside of that
     */
    KilledProcess(Path watched, Path temporary, Class<?> program, String... arguments) throws IOException {
        this.watched = watched;
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(QUICK_START);
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens"))
                .forEach(command::add);
        command.add("-Djava.io.tmpdir=" + Files.createDirectories(temporary));
        command.add("-cp");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(program.getName());
        command.addAll(List.of(arguments));
        this.process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(temporary.resolve("output.txt").toFile())
                .start();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /**
     * Kills it some time after so many files have come to the folder: a moment that does not depend on how quick the
     * machine is.
     *
     * @return false if it had come to its end before
     */
    boolean killAfter(long newFiles, long delayMs) throws InterruptedException {
        long atFirst = files();
        while (process.isAlive() && files() - atFirst < newFiles) {
            Thread.sleep(2);
        }
        Thread.sleep(delayMs);
        boolean wasAlive = process.isAlive();
        process.destroyForcibly();
        process.waitFor();
        return wasAlive;
    }

    private long files() {
        try (Stream<Path> files = Files.walk(watched)) {
            return files.count();
        } catch (UncheckedIOException | NoSuchFileException renamedMeanwhile) {
            return 0;
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
