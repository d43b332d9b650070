package dev.threadline.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** One file is read by two programs: the jobs pass over what the dashboard reads. */
class KeysOfTheDashboardTest {

    private static final Pattern NAME = Pattern.compile("`([a-z-]+)`");

    @Test
    void everyDocumentedKeyIsPassedOver() throws IOException {
        List<String> keys = documented();
        assertThat(keys).contains("users", "oidc", "alerts", "webhook", "cache", "export-log");
        for (String key : keys) {
            String value = key.equals("show-text") ? "true" : "{ any: [thing] }";
            assertThat(Configurations.parse("dashboard:\n  %s: %s\n".formatted(key, value), "threadline.yml"))
                    .as(key)
                    .isNotNull();
        }
    }

    /** The first cell of each row of the table under "Dashboard". */
    private static List<String> documented() throws IOException {
        String page = Files.readString(Path.of("../docs/configuration.md"));
        return page.substring(page.indexOf("\n## Dashboard\n"))
                .lines()
                .filter(line -> line.startsWith("| `"))
                .flatMap(
                        line -> NAME.matcher(line.split("\\|", -1)[1]).results().map(key -> key.group(1)))
                .toList();
    }
}
