package dev.threadline.jobs.cli;

import static dev.threadline.jobs.maintenance.LivedInWarehouse.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.jobs.maintenance.LivedInWarehouse;
import dev.threadline.jobs.publication.Publication;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RebuildTest {

    private static final Instant NOW = Instant.parse("2026-04-01T12:00:00Z");

    @TempDir
    Path folder;

    private final PrintStream terminal = System.out;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final StringWriter err = new StringWriter();

    @AfterEach
    void restore() {
        System.setOut(terminal);
    }

    @Test
    void anotherConfigurationIsPublishedOnlyWhenItsDifferencesAreWanted() throws IOException {
        LivedInWarehouse lived = published();
        Path longer = Files.writeString(folder.resolve("longer.yml"), "channels: { webchat: { silence: 2h } }\n");

        assertThat(rebuild("--from", "2026-03-02", "--config", longer.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--yes").doesNotContain("\tat ");
        assertThat(lived.publications()).hasSize(1);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .as("two conversations of 2 March become one; 1 March is not compared")
                .containsPattern("started +2 +1 +-1 +-50.0 %")
                .contains("figures differ from publication 1")
                .doesNotContainPattern("first_response_median");

        assertThat(rebuild("--from", "2026-03-02", "--yes", "--config", longer.toString()))
                .as(err.toString())
                .isZero();
        assertThat(lived.publications()).extracting(Publication::conversations).containsExactly(4L, 2L);
    }

    @Test
    void beforeAnythingIsPublishedThereIsNothingToCompare() {
        new LivedInWarehouse(folder).ingest(NOW, line("t1", "m1", "2026-03-01T10:00:00Z", "customer", "c1", "Hello"));
        assertThat(rebuild("--from", "2026-03-02", "--yes")).isEqualTo(2);
        assertThat(err.toString()).contains("./threadline build");
    }

    /** Two pairs of conversations an hour apart, one pair each on 1 and 2 March. */
    private LivedInWarehouse published() {
        LivedInWarehouse lived = new LivedInWarehouse(folder);
        lived.ingest(
                NOW,
                line("t1", "m1", "2026-03-01T10:00:00Z", "customer", "c1", "Hello"),
                line("t1", "m2", "2026-03-01T10:01:00Z", "agent", "a1", "Hi"),
                line("t1", "m3", "2026-03-01T11:01:00Z", "customer", "c1", "And another thing"),
                line("t1", "m4", "2026-03-01T11:02:00Z", "agent", "a1", "Yes"),
                line("t2", "m1", "2026-03-02T10:00:00Z", "customer", "c2", "Hello"),
                line("t2", "m2", "2026-03-02T10:01:00Z", "agent", "a1", "Hi"),
                line("t2", "m3", "2026-03-02T11:01:00Z", "customer", "c2", "And another thing"),
                line("t2", "m4", "2026-03-02T11:02:00Z", "agent", "a1", "Yes"));
        lived.publish(NOW);
        return lived;
    }

    private int rebuild(String... arguments) {
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        List<String> all = new ArrayList<>(
                List.of("rebuild", "--warehouse", folder.resolve("warehouse").toString()));
        all.addAll(List.of(arguments));
        return Main.commandLine().setErr(new PrintWriter(err, true)).execute(all.toArray(String[]::new));
    }
}
