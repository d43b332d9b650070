package dev.threadline.sample;

import dev.threadline.sample.log.Dirt;
import dev.threadline.sample.log.GzipFile;
import dev.threadline.sample.log.LogWriter;
import dev.threadline.sample.operation.Scenario;
import dev.threadline.sample.operation.Team;
import dev.threadline.sample.simulation.Simulation;
import dev.threadline.sample.truth.Truth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A sample on disk: the log, its truth, and the configuration that fits both. */
final class Sample {

    /** What was written. */
    record Counts(long conversations, long lines) {}

    private final Path folder;
    private final int files;
    private final boolean compressed;

    /** A sample in a folder, its log in so many files. */
    Sample(Path folder, int files, boolean compressed) {
        this.folder = folder;
        this.files = files;
        this.compressed = compressed;
    }

    /** Simulates and writes. */
    Counts write(Scenario scenario) throws IOException {
        Files.createDirectories(folder.resolve("log"));
        Files.createDirectories(folder.resolve("truth"));
        List<Team> teams = Team.all(
                date(scenario.fromMs()).minusDays(1), date(scenario.untilMs()).plusDays(31));
        Files.writeString(folder.resolve("threadline.yml"), Configuration.of(teams));
        ExecutorService background = Executors.newFixedThreadPool(2);
        LogWriter.Files logFiles =
                number -> open(String.format(Locale.ROOT, "log/messages-%04d.jsonl", number), background);
        Truth.Files truthFiles = name -> open("truth/" + name + ".csv", background);
        try (LogWriter writer = new LogWriter(scenario.fromMs(), scenario.untilMs(), files, logFiles);
                Truth truth = new Truth(truthFiles)) {
            Dirt log = new Dirt(scenario.dirt(), scenario.seed(), scenario.untilMs(), writer);
            Simulation simulation = new Simulation(scenario, teams, log, truth);
            simulation.run();
            log.drain();
            truth.dirt(log.counts(), writer.lines());
            return new Counts(simulation.conversations(), writer.lines());
        } finally {
            background.shutdown();
        }
    }

    private GzipFile open(String name, ExecutorService background) throws IOException {
        return compressed
                ? GzipFile.compressed(folder.resolve(name + ".gz"), background)
                : GzipFile.plain(folder.resolve(name), background);
    }

    private static LocalDate date(long epochMs) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(epochMs), ZoneOffset.UTC);
    }
}
