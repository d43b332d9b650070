package dev.threadline.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTest {

    private static final Set<String> ROLES = Set.of("customer", "agent", "bot", "system");
    private static final Set<String> KINDS = Set.of("message", "note", "auto", "campaign", "event");
    private static final Set<String> EVENTS = Set.of("opened", "assigned", "queued", "closed", "reopened", "merged");

    @TempDir
    private static Path folder = Path.of("");

    private static List<JsonNode> clean = List.of();
    private static List<String> dirty = List.of();
    private static Map<String, Integer> dirt = Map.of();

    @BeforeAll
    static void generate() {
        clean = Run.of(folder.resolve("clean"), "--conversations", "3000", "--dirt", "0")
                .records();
        Run run = Run.of(folder.resolve("dirty"), "--conversations", "3000", "--dirt", "0.02");
        dirty = run.lines();
        dirt = run.truth("dirt").stream()
                .collect(Collectors.toMap(
                        row -> row.getOrDefault("flaw", ""), row -> Integer.parseInt(row.getOrDefault("records", ""))));
    }

    @Test
    void everyRecordIsCanonical() {
        for (JsonNode record : clean) {
            assertThat(isCanonical(record)).as(record.toString()).isTrue();
        }
    }

    private static boolean isCanonical(JsonNode record) {
        String role = record.path("sender_role").asText();
        String kind = record.path("kind").asText();
        String event = record.path("event").asText();
        boolean named = record.hasNonNull("thread_id") && record.hasNonNull("message_id");
        boolean sent =
                ROLES.contains(role) && (!Set.of("customer", "agent").contains(role) || record.hasNonNull("sender_id"));
        boolean happened =
                kind.equals("event") == record.hasNonNull("event") && (event.isEmpty() || EVENTS.contains(event));
        boolean assigned = event.equals("assigned") == record.hasNonNull("assignee_id");
        boolean said = kind.equals("event") != record.path("text").asText().length() > 0;
        return named && sent && KINDS.contains(kind) && happened && assigned && said && hasTime(record);
    }

    private static boolean hasTime(JsonNode record) {
        String sentAt = record.path("sent_at").asText();
        return sentAt.endsWith("Z") && Instant.parse(sentAt).toEpochMilli() > 0;
    }

    @Test
    void everyKindOfLifeOccurs() {
        assertThat(distinct(record -> record.path("channel").asText()))
                .containsExactlyInAnyOrder("webchat", "sms", "whatsapp", "messenger", "email");
        assertThat(distinct(record -> record.path("team").asText()))
                .contains("orders-eu", "billing-eu", "orders-us", "technical-us");
        assertThat(distinct(record -> record.path("kind").asText())).isEqualTo(KINDS);
        assertThat(distinct(record -> record.path("event").asText())).containsAll(EVENTS);
        assertThat(distinct(record -> record.path("assignee_id").asText())).hasSizeGreaterThan(40);
        assertThat(distinct(record -> record.path("text").asText()))
                .contains("Thanks", "Danke", "Gracias")
                .allSatisfy(text -> assertThat(text).doesNotContain("<", ">", "  "));
    }

    private static Set<String> distinct(Function<JsonNode, String> field) {
        return clean.stream().map(field).collect(Collectors.toCollection(HashSet::new));
    }

    @Test
    void chatSessionsBeginWithAnOpenedEvent() {
        Set<String> opened = new HashSet<>();
        for (JsonNode record : clean) {
            if (record.path("channel").asText().equals("webchat")) {
                String thread = record.path("thread_id").asText();
                assertThat(opened.contains(thread)
                                || record.path("event").asText().equals("opened"))
                        .isTrue();
                opened.add(thread);
            }
        }
    }

    @Test
    void anExportIsRoughlyButNotStrictlySorted() {
        long[] times = clean.stream()
                .mapToLong(
                        record -> Instant.parse(record.path("sent_at").asText()).toEpochMilli())
                .toArray();
        long backwards = Stream.iterate(1, place -> place < times.length, place -> place + 1)
                .filter(place -> times[place] < times[place - 1])
                .peek(place -> assertThat(times[place - 1] - times[place]).isLessThan(2_000))
                .count();
        assertThat(backwards).isPositive().isLessThan(times.length / 10);
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        assertThat(sorted).isNotEqualTo(times);
    }

    @Test
    void dirtIsCountedAndItsShareIsTheOneAskedFor() {
        int lines = dirty.size();
        long unusable = dirty.stream().filter(line -> !isUsable(line)).count();
        assertThat(dirt).containsEntry("lines", lines).containsEntry("malformed", (int) unusable);
        // Four standard deviations of a binomial with p = 0.02.
        double expected = 0.02 * lines;
        assertThat((double) unusable).isBetween(expected - 4 * Math.sqrt(expected), expected + 4 * Math.sqrt(expected));
        assertThat(dirt.get("late")).isGreaterThan(dirt.get("duplicate"));
        assertThat(dirt.get("wrong_clock")).isPositive();
    }

    private static boolean isUsable(String line) {
        return Run.json(line)
                .map(record -> record.isObject() && isUsable(record))
                .orElse(false);
    }

    private static boolean isUsable(JsonNode record) {
        boolean named = record.hasNonNull("thread_id") && record.hasNonNull("message_id");
        return named
                && ROLES.contains(record.path("sender_role").asText())
                && record.path("sent_at").asText().endsWith("Z");
    }

    @Test
    void noMessageIsLostToDirt() {
        Set<String> usable = dirty.stream()
                .filter(LogTest::isUsable)
                .map(line -> Run.json(line).orElseThrow().path("message_id").asText())
                .collect(Collectors.toSet());
        int copies = dirt.getOrDefault("duplicate", 0) + dirt.getOrDefault("revision", 0);
        assertThat(usable).hasSize(dirty.size() - copies - dirt.getOrDefault("malformed", 0));
    }
}
