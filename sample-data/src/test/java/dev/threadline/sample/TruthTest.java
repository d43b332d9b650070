package dev.threadline.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TruthTest {

    @TempDir
    private static Path folder = Path.of("");

    private static List<JsonNode> records = List.of();
    private static Map<String, String> conversationOf = Map.of();
    private static List<Map<String, String>> conversations = List.of();
    private static List<Map<String, String>> attention = List.of();
    private static List<Map<String, String>> load = List.of();
    private static List<Map<String, String>> needs = List.of();

    @BeforeAll
    static void generate() {
        Run run = Run.of(folder, "--force", "--conversations", "4000", "--agents", "12", "--days", "14", "--dirt", "0");
        records = run.records();
        conversationOf = run.truth("messages").stream()
                .collect(Collectors.toMap(row -> of(row, "message_id"), row -> of(row, "gold_conversation_id")));
        conversations = run.truth("conversations");
        attention = run.truth("attention");
        load = run.truth("load");
        needs = run.truth("needs");
    }

    private static String of(Map<String, String> row, String column) {
        return row.getOrDefault(column, "no such column: " + column);
    }

    private static Instant at(Map<String, String> row, String column) {
        return Instant.parse(of(row, column));
    }

    private static long number(Map<String, String> row, String column) {
        return Long.parseLong(of(row, column));
    }

    @Test
    void everyRecordHasExactlyOneTruth() {
        List<String> ids = records.stream()
                .map(record -> record.path("message_id").asText())
                .toList();
        assertThat(Set.copyOf(ids)).hasSameSizeAs(ids).isEqualTo(conversationOf.keySet());
    }

    @Test
    void onlyUnansweredCampaignsBelongToNoConversation() {
        assertThat(records)
                .filteredOn(record -> conversation(record).isEmpty())
                .isNotEmpty()
                .allSatisfy(record -> assertThat(record.path("kind").asText()).isEqualTo("campaign"));
    }

    private static String conversation(JsonNode record) {
        return conversationOf.getOrDefault(record.path("message_id").asText(), "unknown");
    }

    @Test
    void aConversationStartsAndEndsWithItsPublicMessages() {
        Map<String, List<Instant>> times = new HashMap<>();
        Map<String, Long> messages = new HashMap<>();
        for (JsonNode record : records) {
            String kind = record.path("kind").asText();
            if (kind.equals("message") || kind.equals("campaign")) {
                times.computeIfAbsent(conversation(record), unseen -> new ArrayList<>())
                        .add(Instant.parse(record.path("sent_at").asText()));
                messages.merge(conversation(record), kind.equals("message") ? 1L : 0L, Long::sum);
            }
        }
        for (Map<String, String> row : conversations) {
            List<Instant> own = times.getOrDefault(of(row, "conversation_id"), List.of()).stream()
                    .sorted()
                    .toList();
            if (own.isEmpty()) {
                continue;
            }
            assertThat(at(row, "started_at")).isEqualTo(own.get(0));
            assertThat(number(row, "messages")).isEqualTo(messages.getOrDefault(of(row, "conversation_id"), -1L));
            if (!of(row, "outcome").equals("open")) {
                assertThat(at(row, "ended_at")).isEqualTo(own.get(own.size() - 1));
            }
        }
    }

    @Test
    void conversationsOfAThreadDoNotOverlap() {
        Map<String, String> current = new HashMap<>();
        Map<String, String> thread = new HashMap<>();
        List<JsonNode> sorted = records.stream()
                .sorted((left, right) -> left.path("message_id")
                        .asText()
                        .compareTo(right.path("message_id").asText()))
                .toList();
        for (JsonNode record : sorted) {
            String conversation = conversation(record);
            if (!conversation.isEmpty()) {
                String threadId = record.path("thread_id").asText();
                String before = current.put(threadId, conversation);
                if (!conversation.equals(before)) {
                    assertThat(thread.put(conversation, threadId))
                            .as(conversation + " begins once")
                            .isNull();
                }
            }
        }
    }

    @Test
    void anAgentAttendsToOneConversationAtATime() {
        Map<String, Instant> busyUntil = new HashMap<>();
        attention.stream()
                .sorted((left, right) -> at(left, "started_at").compareTo(at(right, "started_at")))
                .forEach(row -> {
                    Instant before = busyUntil.put(of(row, "agent_id"), at(row, "ended_at"));
                    assertThat(at(row, "started_at")).isBeforeOrEqualTo(at(row, "ended_at"));
                    if (before != null) {
                        assertThat(before).isBeforeOrEqualTo(at(row, "started_at"));
                    }
                });
    }

    @Test
    void attentionAddsUpToTheConversationsAndTheNeeds() {
        Map<String, Long> spent = new TreeMap<>();
        for (Map<String, String> row : attention) {
            long durationMs =
                    Duration.between(at(row, "started_at"), at(row, "ended_at")).toMillis();
            spent.merge(of(row, "conversation_id"), durationMs, Long::sum);
        }
        Map<String, Long> byNeed = new HashMap<>();
        needs.forEach(row -> byNeed.merge(of(row, "conversation_id"), number(row, "attention_ms"), Long::sum));
        for (Map<String, String> row : conversations) {
            String id = of(row, "conversation_id");
            assertThat(number(row, "attention_ms"))
                    .isEqualTo(spent.getOrDefault(id, 0L))
                    .isEqualTo(byNeed.get(id));
        }
    }

    @Test
    void everyMessageOfAnAgentFallsIntoTheirAttention() {
        Map<String, List<Map<String, String>>> byAgent = attention.stream()
                .collect(Collectors.groupingBy(row -> of(row, "agent_id") + of(row, "conversation_id")));
        Map<String, String> initiatedBy = conversations.stream()
                .collect(Collectors.toMap(row -> of(row, "conversation_id"), row -> of(row, "initiated_by")));
        for (JsonNode record : records) {
            boolean spoken = record.path("sender_role").asText().equals("agent")
                    && record.path("kind").asText().equals("message");
            if (spoken && !"agent".equals(initiatedBy.get(conversation(record)))) {
                Instant sentAt = Instant.parse(record.path("sent_at").asText());
                String key = record.path("sender_id").asText() + conversation(record);
                assertThat(byAgent.getOrDefault(key, List.of()))
                        .as(record.toString())
                        .anyMatch(
                                row -> !sentAt.isBefore(at(row, "started_at")) && !sentAt.isAfter(at(row, "ended_at")));
            }
        }
    }

    @Test
    void agentsHoldSeveralConversationsAtOnceAndNeverFewerThanNone() {
        assertThat(load).allSatisfy(row -> {
            assertThat(number(row, "active")).isNotNegative().isLessThanOrEqualTo(number(row, "assigned"));
        });
        assertThat(load).anySatisfy(row -> assertThat(number(row, "active")).isGreaterThanOrEqualTo(4));
        assertThat(attention)
                .anySatisfy(row -> assertThat(number(row, "at_once")).isGreaterThanOrEqualTo(4));
    }

    @Test
    void everyOutcomeOccurs() {
        assertThat(conversations)
                .extracting(row -> of(row, "outcome"))
                .contains("resolved", "bot", "unresolved", "abandoned", "merged", "open");
        assertThat(conversations).extracting(row -> of(row, "initiated_by")).contains("customer", "agent", "campaign");
        assertThat(conversations)
                .anySatisfy(row -> assertThat(number(row, "reopens")).isPositive());
        assertThat(conversations)
                .anySatisfy(row -> assertThat(number(row, "transfers")).isPositive());
        assertThat(conversations)
                .anySatisfy(row -> assertThat(number(row, "needs")).isGreaterThan(1));
        assertThat(conversations)
                .anySatisfy(
                        row -> assertThat(of(row, "repeats_conversation_id")).isNotEmpty());
        assertThat(conversations)
                .anySatisfy(row ->
                        assertThat(of(row, "merged_into_conversation_id")).isNotEmpty());
    }
}
