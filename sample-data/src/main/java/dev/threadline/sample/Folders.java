package dev.threadline.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Makes sure that a sample is written into a folder of its own. */
final class Folders {

    private static final List<String> OF_A_SAMPLE = List.of("log", "truth", "threadline.yml");

    private Folders() {}

    /** Accepts a folder that is missing or empty; under {@code force} the sample in it is removed, nothing else. */
    static void prepare(Path folder, boolean force) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw SampleErrors.notAFolder(folder);
        }
        if (isEmpty(folder)) {
            return;
        }
        if (!force) {
            throw SampleErrors.notEmpty(folder);
        }
        if (!isSample(folder)) {
            throw SampleErrors.notASample(folder);
        }
        for (String part : OF_A_SAMPLE) {
            delete(folder.resolve(part));
        }
    }

    /** Only a sample has a truth that says how much of it is dirt: a log and a configuration may be the user's own. */
    private static boolean isSample(Path folder) {
        return Stream.of("truth/dirt.csv", "truth/dirt.csv.gz")
                .map(folder::resolve)
                .anyMatch(Files::exists);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> content = Files.list(folder)) {
            return content.findAny().isEmpty();
        }
    }

    private static void delete(Path path) throws IOException {
        if (Files.exists(path)) {
            try (Stream<Path> tree = Files.walk(path)) {
                for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
