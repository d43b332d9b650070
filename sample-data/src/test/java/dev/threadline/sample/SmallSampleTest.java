package dev.threadline.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample in the tree: made by {@code threadline sample --out sample-data/small --conversations 2000 --agents 8}. */
class SmallSampleTest {

    private static final Path SMALL = Path.of("small");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theSampleInTheTreeIsWhatTheGeneratorGivesForItsSeed() {
        Run.of(folder, "--force", "--conversations", "2000", "--agents", "8");
        assertThat(Run.contents(SMALL)).isEqualTo(Run.contents(folder));
    }

    @Test
    void theSampleInTheTreeStaysSmall() throws IOException {
        try (Stream<Path> files = Files.walk(SMALL)) {
            assertThat(files.filter(Files::isRegularFile)
                            .mapToLong(SmallSampleTest::size)
                            .sum())
                    .isLessThan(2_000_000);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
