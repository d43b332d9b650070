package dev.threadline.jobs.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code docs/metrics.md} is what the glossary says; {@code -Dthreadline.rewrite=true} writes it anew. */
class GlossaryPageTest {

    private static final Path PAGE = Path.of("..", "docs", "metrics.md");

    @Test
    void thePageSaysWhatTheGlossaryDoes() throws IOException {
        String page = page();
        if (Boolean.getBoolean("threadline.rewrite")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    private static String page() {
        StringBuilder page = new StringBuilder();
        page.append("# What every number means\n\n");
        page.append("Made from the glossary in the code (definition version ")
                .append(Glossary.DEFINITION_VERSION)
                .append(
                        "); the same text is in the table `metric_definitions` and behind every `?` of the dashboard.\n");
        for (MetricDefinition metric : Glossary.metrics()) {
            page.append("\n## ").append(metric.title()).append("\n\n");
            page.append(metric.definition()).append("\n\n");
            page.append("- Column: `").append(metric.tableName()).append('.').append(metric.columnName());
            page.append("` (").append(metric.unit()).append(")\n");
            page.append("- Formula: ").append(metric.formula()).append('\n');
            page.append("- Example: ").append(metric.example()).append('\n');
        }
        return page.toString();
    }
}
