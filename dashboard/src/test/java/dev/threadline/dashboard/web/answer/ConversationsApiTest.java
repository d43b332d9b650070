package dev.threadline.dashboard.web.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.threadline.dashboard.fixture.FixtureDashboard;
import dev.threadline.dashboard.fixture.RunningDashboard;
import dev.threadline.dashboard.fixture.WarehouseFixture;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationsApiTest {

    @RegisterExtension
    static final FixtureDashboard dashboard = new FixtureDashboard();

    @ParameterizedTest
    @CsvSource({
        "started, desc, c4 c2 c1 c3 c6 c5",
        "started, asc, c5 c6 c3 c1 c2 c4",
        "first_response, desc, c4 c2 c5 c1 c6 c3",
        "first_response, asc, c1 c5 c2 c4 c3 c6",
        "handle, desc, c2 c5 c1 c4 c6 c3",
        "messages, asc, c3 c4 c6 c2 c5 c1",
    })
    void pagesVisitEveryConversationOnceInOrderWithTheUnobservedLast(String sort, String order, String expected)
            throws Exception {
        List<String> visited = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = dashboard.json("/api/conversations?period=all&limit=1&sort=%s&order=%s&after=%s"
                    .formatted(sort, order, URLEncoder.encode(after, StandardCharsets.UTF_8)));
            visited.add(page.path("rows").path(0).path("conversation_id").asText());
            assertThat(page.path("n").asInt()).isEqualTo(6);
            after = page.path("next").isNull() ? "" : page.path("next").asText();
        } while (!after.isEmpty());
        assertThat(String.join(" ", visited)).isEqualTo(expected);
    }

    @Test
    void pagesAreOfThePublicationThatTheFirstWasOf(@TempDir Path growing) throws Exception {
        WarehouseFixture fixture = WarehouseFixture.published(growing);
        try (RunningDashboard published = RunningDashboard.over(growing)) {
            JsonNode first = published.json("/api/conversations?period=all&limit=2");
            fixture.keepConversations("conversation_id IN ('c4', 'c2', 'c1')").publish();
            published.refresh();
            String after = URLEncoder.encode(first.path("next").asText(), StandardCharsets.UTF_8);
            JsonNode second = published.json("/api/conversations?period=all&limit=2&after=" + after);
            assertThat(second.path("publication_id").asInt()).isEqualTo(1);
            assertThat(second.path("rows").findValuesAsText("conversation_id")).containsExactly("c1", "c3");
            assertThat(published.json("/api/conversations?period=all").path("n").asInt())
                    .isEqualTo(3);
        }
    }

    @Test
    void theListIsWhatIsBehindANumber() throws Exception {
        assertThat(ids("by=resolved&from=2026-03-31&until=2026-04-01")).containsExactly("c2");
        assertThat(ids("by=first_response&from=2026-03-30&until=2026-03-31")).containsExactly("c2", "c1");
        assertThat(ids("outcome=unanswered")).containsExactly("c3");
        assertThat(ids("search=u1")).containsExactly("c1", "c6");
    }

    @Test
    void theCsvHasAllConversationsNotOnlyThePage() throws Exception {
        String csv = dashboard
                .get("/api/conversations?period=all&limit=1&format=csv")
                .body();
        assertThat(csv.lines()).hasSize(7);
        assertThat(csv.lines().findFirst().orElseThrow()).endsWith(",handle_ms (wall)");
        assertThat(csv).contains("\"<img src=x onerror=\"\"window.harmed=1\"\">\"");
    }

    @Test
    void aConversationHasItsRecordsTurnsStintsAndPlaceInTheThread() throws Exception {
        JsonNode answer = dashboard.json("/api/conversations/c1");
        assertThat(answer.path("messages").findValuesAsText("message_id"))
                .containsExactly("m1", "m2", "m3", "m4", "m5");
        assertThat(answer.path("messages").path(1).path("assignee_id").asText()).isEqualTo("a1");
        assertThat(answer.path("turns")).hasSize(2);
        assertThat(answer.path("stints").path(0).path("agent_id").asText()).isEqualTo("a1");
        assertThat(answer.path("thread").path("previous_id").asText()).isEqualTo("c6");
        assertThat(answer.path("thread").path("next_id").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"c0", "c00"})
    void anIdThatLaterDataChangedOnceOrTwiceLeadsToItsConversation(String id) throws Exception {
        assertThat(dashboard
                        .json("/api/conversations/" + id)
                        .path("conversation")
                        .path("conversation_id")
                        .asText())
                .isEqualTo("c1");
    }

    @Test
    void idsThatLeadInACircleLeadNowhere() throws Exception {
        assertThat(dashboard.get("/api/conversations/x1").statusCode()).isEqualTo(404);
    }

    @Test
    void textIsShownOnlyWhereTheConfigurationSaysSo() throws Exception {
        assertThat(dashboard.get("/api/conversations/c1").body()).doesNotContain("says");
        try (RunningDashboard showing = RunningDashboard.showingTextOver(dashboard.directory())) {
            assertThat(showing.json("/api/conversations/c1")
                            .path("messages")
                            .path(0)
                            .path("text")
                            .asText())
                    .isEqualTo("what <b>m1</b> says");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "weekday=1&hour=10, c1",
        "weekday=1, c2 c1 c3",
        "due=met, c4 c2 c1",
        "due=missed, c3",
        "due=missed&target=5, c4 c3",
        "bot=with, c2 c6",
        "bot=with&outcome=resolved, c2",
        "by=first_response&least=60000&below=180000, c1",
        "clock=business&least=60000&below=180000, c2",
        "measure=first_response_from_handoff&least=0, c2",
        "measure=customer_turns&least=1&below=2&channel=webchat, c1 c6",
        "measure=sync_share&least=90, c1 c6",
        "measure=sync_share&least=50&below=60, c4",
        "by=replied, c1",
        "by=replied&load=2, c1",
        "by=replied&load=1, ",
        "by=carried&agent=a1, c4 c1",
        "by=carried, c4 c2 c1",
    })
    void behindABarStandTheConversationsThatItCounts(String asked, @Nullable String ids) throws Exception {
        assertThat(ids(asked)).containsExactlyElementsOf(ids == null ? List.of() : List.of(ids.split(" ")));
        assertThat(dashboard.json("/api/conversations?" + asked).path("n").asInt())
                .isEqualTo(ids(asked).size());
        String csv = dashboard.get("/api/conversations?format=csv&" + asked).body();
        assertThat(csv.lines().skip(1).map(line -> line.substring(0, line.indexOf(','))))
                .containsExactlyElementsOf(ids(asked));
    }

    @Test
    void everyMessageOfAHumanSaysWhatAttentionItIsCreditedWith() throws Exception {
        JsonNode attention = dashboard.json("/api/conversations/c1").path("attention");
        assertThat(attention).hasSize(2);
        assertThat(attention.get(0).path("credited_ms").asLong()).isEqualTo(30_000);
        assertThat(attention.get(0).path("begins_with").asText()).isEqualTo("assigned");
        assertThat(attention.get(1).path("credited_ms").asLong()).isEqualTo(60_000);
        assertThat(attention.get(1).path("begins_with").asText()).isEqualTo("asked");
    }

    @Test
    void anUnknownConversationIsNotFound() throws Exception {
        assertThat(dashboard.get("/api/conversations/nope").statusCode()).isEqualTo(404);
    }

    private static List<String> ids(String query) throws Exception {
        return dashboard.rows("/api/conversations?" + query).findValuesAsText("conversation_id");
    }
}
