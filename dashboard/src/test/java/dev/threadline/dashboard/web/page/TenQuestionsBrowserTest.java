package dev.threadline.dashboard.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The questions of {@code docs/ten-questions.md}, answered by clicks alone. */
class TenQuestionsBrowserTest extends InTheBrowser {

    private static final int MOST_CLICKS = 3;

    private int clicks;

    @BeforeEach
    void startAtTheOverview() {
        visit("/");
    }

    @AfterEach
    void threeClicksAreEnough() {
        assertThat(clicks).isLessThanOrEqualTo(MOST_CLICKS);
    }

    @Test
    @DisplayName("When do customers wait longest?")
    void longestWait() {
        go("Responses");
        Locator cells = page.locator("[data-chart=hours-of-waiting] td a");
        assertThat(cells.getByText("7m")).hasCount(1);
        click(cells.getByText("7m"));
        assertThat(page.locator("#narrowed")).containsText("12");
        assertThat(page.locator("#list tbody tr")).containsText(new String[] {"7 min"});
    }

    @Test
    @DisplayName("Which team's backlog grows?")
    void growingBacklog() {
        go("Backlog");
        assertThat(page.locator("#headline"))
                .containsText("The backlog of support grew most, by 1 conversation in a week.");
        click(page.locator("[data-chart=backlog-by-queue] tbody a").first());
        assertThat(page.locator("#chips")).containsText("support");
        assertThat(page.locator("[data-chart=backlog] canvas")).isVisible();
    }

    @Test
    @DisplayName("How many chats can an agent carry before first response suffers?")
    void howManyAtOnce() {
        go("Agents");
        Locator panel = page.locator("[data-chart=load-and-speed] figure")
                .filter(new Locator.FilterOptions().setHasText("First response, median"));
        assertThat(panel.locator("a").first())
                .hasAttribute("aria-label", Pattern.compile("^2 at once: median 1 min, n 1$"));
        click(panel.locator("a").first());
        assertThat(page.locator("#list-title")).hasText("1 conversation");
    }

    @Test
    @DisplayName("What did we report last month?")
    void reportedThen() {
        go("Data");
        clicks++;
        page.getByLabel("What was reported on").fill("2026-04-01");
        click(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show")));
        assertThat(page.locator("#pinned")).containsText("As reported in publication 1");
        assertThat(page.locator(".tile[data-metric=started] .tile-value")).hasText("5");
    }

    @Test
    @DisplayName("Who waits now, and for how long?")
    void whoWaits() {
        go("Backlog");
        Locator longest = page.locator("[data-chart=waiting-now] tbody tr").first();
        assertThat(longest).containsText("3 h");
        click(longest.locator("a"));
        assertThat(page.locator("h1")).hasText("Conversation c4");
        assertThat(page.locator(".timeline .turn.unanswered")).hasCount(1);
    }

    @Test
    @DisplayName("Which promises do we break, and where?")
    void brokenPromises() {
        go("Responses");
        Locator worst =
                page.locator("[data-chart=attainment-by-queue] tbody tr").first();
        assertThat(worst).containsText("sms, no team");
        click(worst.locator("a[href*='due=missed']").first());
        assertThat(page.locator("#narrowed")).containsText("first response missed");
        assertThat(page.locator("#list-title")).hasText("1 conversation");
    }

    @Test
    @DisplayName("Does the bot help, or does it leave customers at a dead end?")
    void bots() {
        go("Bots");
        assertThat(page.locator("#headline")).containsText("50% ended there with an answer");
        assertThat(page.locator("#headline")).containsText("0% came to a dead end");
        click(page.locator("[data-chart=bots-by-queue] tbody td a[href*='outcome=bot_contained']")
                .first());
        assertThat(page.locator("#list tbody tr")).containsText(new String[] {"bot contained"});
    }

    @Test
    @DisplayName("Who carries most?")
    void whoCarriesMost() {
        go("Agents");
        Locator agents = page.locator("[data-chart=agents]");
        click(agents.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Conversations")));
        assertThat(agents.locator("tbody tr").first()).containsText("a1");
        click(agents.locator("tbody a").first());
        assertThat(page.locator("#chips")).containsText("a1");
        assertThat(agents.locator("tbody tr")).hasCount(1);
    }

    @Test
    @DisplayName("What do live chats take, and what those that go on for days?")
    void liveAndNot() {
        go("Sync and async");
        Locator rows = page.locator("[data-chart=durations-by-mode] tbody tr");
        assertThat(rows.first()).containsText("5 min 30 s");
        assertThat(rows.last()).containsText("1 d");
        click(rows.last().locator("a").first());
        assertThat(page.locator("#chips")).containsText("async");
    }

    @Test
    @DisplayName("Why is this number what it is?")
    void why() {
        click(page.locator(".tile[data-metric=resolved] a"));
        click(page.locator("#list tbody tr")
                .filter(new Locator.FilterOptions().setHasText("webchat").setHasText("billing"))
                .locator("a"));
        assertThat(page.locator("h1")).hasText("Conversation c1");
        Locator reasons = page.locator(".reasons [data-metric=customer_wait]");
        if (reasons.getAttribute("open") == null) {
            click(reasons.locator("summary"));
        }
        assertThat(reasons.locator("tbody tr").first()).containsText("until a1 answered");
        assertThat(reasons.locator(".not-counted").first()).containsText("nobody waited");
    }

    @Test
    void theQuestionsAreThoseOfTheDocument() throws Exception {
        List<String> asked = Files.readAllLines(Path.of("../docs/ten-questions.md")).stream()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3))
                .toList();
        assertThat(asked).hasSize(10);
        assertThat(Arrays.stream(TenQuestionsBrowserTest.class.getDeclaredMethods())
                        .map(method -> method.getAnnotation(DisplayName.class))
                        .filter(Objects::nonNull)
                        .map(DisplayName::value))
                .containsExactlyInAnyOrderElementsOf(asked);
    }

    private void go(String name) {
        click(page.locator("nav[aria-label=Pages]").getByText(name, new Locator.GetByTextOptions().setExact(true)));
    }

    private void click(Locator what) {
        clicks++;
        what.click();
    }
}
