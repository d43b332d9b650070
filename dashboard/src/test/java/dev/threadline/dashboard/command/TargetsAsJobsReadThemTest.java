package dev.threadline.dashboard.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.dashboard.web.question.Targets;
import dev.threadline.jobs.config.Configurations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One file is read by two programs: a target must be the same to both. */
class TargetsAsJobsReadThemTest {

    private static final List<String> WRITTEN = List.of(
            "30s", "5m", "24h", "14d", "2w", "1h30m", "1h 30m", "250ms", "1m500ms", "10M", "PT5M", "P1DT2H", "pt1.5s");

    @TempDir
    private Path directory;

    @Test
    void everyNotationOfALengthMeansTheSame() throws IOException {
        StringBuilder file = new StringBuilder("targets:\n  care:\n");
        for (int i = 0; i < WRITTEN.size(); i++) {
            file.append("    channel")
                    .append(i)
                    .append(": ")
                    .append(WRITTEN.get(i))
                    .append('\n');
        }
        Path configuration = Files.writeString(directory.resolve("threadline.yml"), file);

        Targets shown = DashboardConfiguration.read(configuration).targets();
        Map<String, Duration> checked = new TreeMap<>();
        Configurations.read(configuration).targets().byTeam().values().forEach(checked::putAll);

        assertThat(checked).hasSize(WRITTEN.size());
        checked.forEach((channel, target) ->
                assertThat(shown.of(channel, "care")).as(channel).isEqualTo(target));
    }
}
