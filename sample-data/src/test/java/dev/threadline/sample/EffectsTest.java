package dev.threadline.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every knob moves what it names, by what it says. */
class EffectsTest {

    private static final String CONVERSATIONS = "3000";
    private static final Set<String> MESSAGING = Set.of("sms", "whatsapp", "messenger");

    @TempDir
    private Path folder = Path.of("");

    private Run run(String... options) {
        List<String> all =
                new ArrayList<>(List.of("--dirt", "0", "--force", "--files", "1", "--conversations", CONVERSATIONS));
        all.addAll(List.of(options));
        return Run.of(folder, all.toArray(String[]::new));
    }

    private static double share(List<Map<String, String>> rows, Predicate<Map<String, String>> property) {
        return (double) rows.stream().filter(property).count() / rows.size();
    }

    private static Predicate<Map<String, String>> is(String column, String value) {
        return row -> value.equals(row.get(column));
    }

    /** The geometric mean of the attention for one reply on the messaging channels. */
    private static double replyMs(Run run, Predicate<Map<String, String>> load) {
        Map<String, String> channels = run.truth("conversations").stream()
                .collect(Collectors.toMap(
                        row -> row.getOrDefault("conversation_id", ""), row -> row.getOrDefault("channel", "")));
        return Math.exp(run.truth("attention").stream()
                .filter(is("purpose", "reply"))
                .filter(row -> MESSAGING.contains(channels.getOrDefault(row.getOrDefault("conversation_id", ""), "")))
                .filter(load)
                .mapToDouble(row -> Math.log(1.0 + durationMs(row)))
                .average()
                .orElseThrow());
    }

    private static long durationMs(Map<String, String> row) {
        return Duration.between(
                        Instant.parse(row.getOrDefault("started_at", "")),
                        Instant.parse(row.getOrDefault("ended_at", "")))
                .toMillis();
    }

    @Test
    void messagingSavesTheShareThatItSays() {
        double without = replyMs(run("--messaging-saving", "0", "--slowdown", "0"), row -> true);
        double with = replyMs(run("--messaging-saving", "0.4", "--slowdown", "0"), row -> true);
        assertThat(1 - with / without).isCloseTo(0.4, within(0.05));
    }

    @Test
    void speedFallsBeyondTheFocus() {
        Run run = run("--agents", "4", "--days", "28", "--focus", "2", "--slowdown", "0.5");
        double relaxed = replyMs(run, row -> Integer.parseInt(row.getOrDefault("at_once", "")) <= 2);
        double loaded = replyMs(run, row -> row.getOrDefault("at_once", "").equals("4"));
        assertThat(loaded / relaxed).isCloseTo(2.0, within(0.3));
    }

    @Test
    void silentLeaversAreTheShareOfThoseWhoGiveUp() {
        List<Map<String, String>> abandoned =
                run("--silent-leavers", "0.8", "--patience", "1").truth("conversations").stream()
                        .filter(is("outcome", "abandoned"))
                        .toList();
        assertThat(abandoned).hasSizeGreaterThan(100);
        assertThat(share(abandoned, is("left_silently", "true"))).isCloseTo(0.8, within(0.12));
    }

    @Test
    void patienceDecidesHowManyGiveUp() {
        double patient = share(run("--patience", "60").truth("conversations"), is("outcome", "abandoned"));
        double hasty = share(run("--patience", "1").truth("conversations"), is("outcome", "abandoned"));
        assertThat(hasty).isGreaterThan(1.5 * patient);
    }

    @Test
    void botsContainTheShareThatTheyAreGiven() {
        List<Map<String, String>> none = run("--bot-containment", "0").truth("conversations");
        assertThat(none).noneMatch(is("outcome", "bot"));
        Run run = run("--bot-containment", "0.5");
        Set<String> metByBot = run.records().stream()
                .filter(record -> record.path("sender_role").asText().equals("bot"))
                .map(record -> record.path("thread_id").asText())
                .collect(Collectors.toSet());
        Map<String, Long> threads = run.truth("conversations").stream()
                .collect(Collectors.groupingBy(row -> row.getOrDefault("thread_id", ""), Collectors.counting()));
        List<Map<String, String>> met = run.truth("conversations").stream()
                .filter(row -> metByBot.contains(row.get("thread_id"))
                        && threads.getOrDefault(row.getOrDefault("thread_id", ""), 0L) == 1)
                .toList();
        assertThat(share(met, is("outcome", "bot"))).isCloseTo(0.5, within(0.06));
    }

    @Test
    void transfersHappenAsOftenAsTheyShould() {
        Predicate<Map<String, String>> transferred =
                row -> !row.getOrDefault("transfers", "0").equals("0");
        Predicate<Map<String, String>> human =
                row -> !row.getOrDefault("agents", "0").equals("0");
        assertThat(run("--transfers", "0").truth("conversations")).noneMatch(transferred);
        List<Map<String, String>> handled = run("--transfers", "0.3").truth("conversations").stream()
                .filter(human)
                .toList();
        assertThat(share(handled, transferred)).isCloseTo(0.3, within(0.05));
    }

    @Test
    void customersComeBackMoreOftenAfterATransfer() {
        Map<Boolean, List<Map<String, String>>> answered =
                run("--transfers", "0.5", "--transfer-repeats", "5").truth("conversations").stream()
                        .filter(is("outcome", "resolved"))
                        .collect(Collectors.partitioningBy(is("transfers", "0")));
        Predicate<Map<String, String>> returned =
                row -> !row.getOrDefault("returns", "0").equals("0");
        double usual = share(answered.getOrDefault(true, List.of()), returned);
        double transferred = share(answered.getOrDefault(false, List.of()), returned);
        assertThat(transferred / usual).isBetween(3.0, 7.0);
    }

    @Test
    void thanksFollowAnswersAsOftenAsTheyShould() {
        assertThat(thanked(run("--thanks", "0"))).isLessThan(0.1);
        assertThat(thanked(run("--thanks", "0.9"))).isGreaterThan(0.5);
    }

    private static double thanked(Run run) {
        List<Map<String, String>> resolved = run.truth("conversations").stream()
                .filter(is("outcome", "resolved"))
                .toList();
        return share(resolved, is("left_silently", "false"));
    }
}
