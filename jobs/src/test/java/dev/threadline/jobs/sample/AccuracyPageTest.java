package dev.threadline.jobs.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The tables of {@code docs/accuracy.md} are what is computed: those of the small sample every time, those of the sample in
 * the folder {@code -Dthreadline.sample} if one is given. {@code -Dthreadline.rewrite=true} writes them anew.
 */
class AccuracyPageTest {

    private static final Path PAGE = Path.of("..", "docs", "accuracy.md");

    @Test
    void theTablesOfTheSmallSampleAreWhatIsComputed() throws IOException, SQLException {
        check("small", PublishedSample.small(), PublishedSample.SMALL);
    }

    @Test
    void theTablesOfAGivenSampleAreWhatIsComputed() throws IOException, SQLException {
        String folder = System.getProperty("threadline.sample", "");
        if (!folder.isEmpty()) {
            check("default", new PublishedSample(Path.of(folder)), Path.of(folder));
        }
    }

    private static void check(String sample, PublishedSample published, Path folder) throws IOException, SQLException {
        List<String> page = Files.readAllLines(PAGE);
        List<String> computed = page;
        try (Accuracy accuracy = new Accuracy(published, folder)) {
            for (String comparison : Accuracy.COMPARISONS) {
                computed = with(computed, comparison + ", " + sample, accuracy.table(comparison));
            }
        }
        if (Boolean.getBoolean("threadline.rewrite")) {
            Files.write(PAGE, computed);
        }
        assertThat(computed).isEqualTo(Files.readAllLines(PAGE));
    }

    /** The page with other lines after the mark of a table, up to the next blank line. */
    private static List<String> with(List<String> page, String name, List<String> table) {
        int mark = page.indexOf("<!-- " + name + " -->");
        assertThat(mark).as("the mark of the table %s", name).isNotNegative();
        int end = mark + 1;
        while (end < page.size() && !page.get(end).isBlank()) {
            end++;
        }
        List<String> changed = new ArrayList<>(page.subList(0, mark + 1));
        changed.addAll(table);
        changed.addAll(page.subList(end, page.size()));
        return changed;
    }
}
