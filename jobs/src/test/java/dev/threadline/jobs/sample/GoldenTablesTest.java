package dev.threadline.jobs.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.jobs.reference.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the small sample comes to, in files that a person can read: some threads in full, a day of an agent, of the metrics
 * and of a queue, and a line on every column over all rows. {@code -Dthreadline.rewrite=true} writes them anew, and git
 * shows what changed.
 */
class GoldenTablesTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

    /** Small threads that show much; the comment says what. */
    private static final Set<String> THREADS = Set.of(
            "em-c1000120", // closed and reopened
            "wa-c1000353", // reopened twice, then merged
            "em-c1001330", // three transfers
            "wc-c1000256", // a live chat, returned to the queue
            "wc-c1000183", // two live chats, the second left in the bot
            "wc-c1000118", // three live chats, one of them outside open hours
            "fb-c1000367", // left in the bot, then back and handed off to a human
            "wa-c1000126", // answered by the bot; open at as-of
            "sms-c1001191", // answers a campaign
            "sms-c1000410", // a silence, then outreach that nobody answers
            "fb-c1000841", // nobody answers the customer
            "wa-c1001195", // thanks after the close
            "em-c1001434"); // an agent takes it up again after a silence

    private static final String AGENT = "agent-03";
    private static final LocalDate DAY = LocalDate.parse("2026-03-30");
    private static final String TEAM = "orders-eu";

    static Stream<String> tables() {
        return Stream.concat(Tables.COMPARED.stream(), Stream.of("columns"));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void theTableIsAsItWas(String name) throws IOException {
        List<String> lines = lines(name);
        Path file = FOLDER.resolve(name + ".csv");
        if (Boolean.getBoolean("threadline.rewrite")) {
            Files.createDirectories(FOLDER);
            Files.write(file, lines);
        }
        assertThat(lines).isEqualTo(Files.readAllLines(file));
    }

    private static List<String> lines(String name) {
        Tables tables = PublishedSample.small().tables();
        if (name.equals("columns")) {
            List<String> lines = new ArrayList<>();
            lines.add(Csv.COLUMNS);
            Tables.COMPARED.forEach(table -> lines.addAll(Csv.columns(table, tables.rows(table))));
            return lines;
        }
        List<Map<String, @Nullable Object>> shown =
                tables.rows(name).stream().filter(shown(name)).toList();
        // A conversation has too many columns for a line; here they go down.
        return name.equals("conversations") ? Csv.transposed(shown) : Csv.rows(shown);
    }

    private static Predicate<Map<String, @Nullable Object>> shown(String table) {
        return switch (table) {
            case "agent_load" -> row -> AGENT.equals(row.get("agent_id")) && isOnTheDay(row.get("slice_at"));
            case "daily_metrics" -> row -> isOnTheDay(row.get("report_date"));
            case "backlog" -> row -> TEAM.equals(row.get("team")) && isOnTheDay(row.get("hour_at"));
            default -> row -> THREADS.contains(String.valueOf(row.get("thread_id")));
        };
    }

    private static boolean isOnTheDay(@Nullable Object value) {
        return String.valueOf(value).startsWith(DAY.toString());
    }
}
