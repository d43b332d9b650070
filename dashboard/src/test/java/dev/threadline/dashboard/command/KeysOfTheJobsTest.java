package dev.threadline.dashboard.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.threadline.jobs.config.Configurations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One file is read by two programs: the dashboard passes over the keys of the jobs, and over no others. */
class KeysOfTheJobsTest {

    @TempDir
    private Path directory;

    @Test
    void everyKeyThatTheJobsKnowIsPassedOver() throws IOException {
        List<String> keys = knownByTheJobs();
        assertThat(keys).contains("channels", "max-gap", "policy-file", "text-retention", "warehouse");
        for (String key : keys) {
            Path file = Files.writeString(directory.resolve("threadline.yml"), key + ":\n");
            assertThat(DashboardConfiguration.read(file)).as(key).isNotNull();
        }
    }

    /** As they say it of a key that looks like none. */
    private static List<String> knownByTheJobs() {
        Throwable told =
                catchThrowable(() -> Configurations.parse("unlike-any-other-key-there-is: 1", "threadline.yml"));
        String[] parts = String.valueOf(told.getMessage()).split("Known here: ", -1);
        return Arrays.stream(parts[1].split("[,.\\s]+", -1))
                .filter(key -> !key.isEmpty())
                .toList();
    }
}
