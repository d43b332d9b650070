package dev.threadline.dashboard.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.LoadState;
import dev.threadline.dashboard.fixture.RunningDashboard;
import dev.threadline.dashboard.fixture.WarehouseFixture;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pages say and show. */
class PagesBrowserTest extends InTheBrowser {

    @Test
    void theOverviewSaysWhatItFoundAndShowsIt() {
        visit("/");
        assertThat(page.locator("#headline")).containsText("Half of 3 first responses came within 3 min");
        assertThat(page.locator(".tile[data-metric=started] .tile-value")).hasText("5");
        assertThat(page.locator(".tile[data-metric=first_response] .tile-value"))
                .hasText("3 min");
        assertThat(page.locator(".tile[data-metric=concurrency] .tile-value")).hasText("1.25");
        assertThat(page.locator(".card canvas")).hasCount(8);
        assertThat(page.locator("[data-chart=queues] tbody tr")).hasCount(5);
        assertThat(page.locator("[data-chart=queues] tbody tr").first())
                .hasText(Pattern.compile("^email, support1" + "7 min7 min1"));
        assertThat(page.locator("#freshness")).containsText("data to Wed, Apr 1, 01:58 AM");
    }

    @Test
    void aTileSaysWhichFirstResponsesItCountsAndTheSentenceAboveCountsTheSame() {
        visit("/?from=2026-03-30&until=2026-03-31");
        Locator tile = page.locator(".tile[data-metric=first_response]");
        tile.locator(".what").click();
        assertThat(tile.locator(".meaning"))
                .containsText(Pattern.compile(
                        "Here: those that were given in the period, whenever the conversation started\\.Column"));
        assertThat(tile).containsText("n 2");
        assertThat(page.locator("#headline"))
                .hasText(
                        "Half of 2 first responses came within 2 min. Of 3 conversations that started 1 ended unanswered.");
    }

    @Test
    void dataThatEndsInAnotherYearThanItWasPublishedSaysWhich() {
        visit("/glossary");
        assertThat(page.locator("#freshness")).containsText("data to Wed, Apr 1, 01:58 AM");
        page.evaluate("""
                dispatchEvent(new CustomEvent("answered", { detail: {
                    publication_id: 99, published_at: "2026-04-01T05:12:00Z", as_of: "2023-12-03T09:30:00Z" } }))""");
        assertThat(page.locator("#freshness")).containsText("data to Sun, Dec 3, 2023");
    }

    @Test
    void theTargetOfResponsesStandsInTheAddress() {
        visit("/responses?channel=sms&channel=webchat");
        assertThat(page.locator("#headline")).hasText("66.7% of 3 first responses due came within 1 h.");
        page.locator("#target-field").fill("2");
        page.locator("#target-field").press("Enter");
        assertThat(page.locator("#headline")).hasText("33.3% of 3 first responses due came within 2 min.");
        assertThat(page).hasURL(Pattern.compile("target=2$"));
        assertThat(page.locator(".week").first().locator("tbody tr")).hasCount(24);
    }

    @Test
    void theBacklogListsWhoWaitsAtTheHourOfTheAddress() {
        visit("/backlog");
        assertThat(page.locator("#headline")).containsText("1 conversation open at Wed, Apr 1, 01:00 AM");
        page.locator("[data-chart=waiting-now] tbody a").click();
        assertThat(page.locator("h1")).hasText("Conversation c4");
        page.goBack();
        page.locator("#moment button")
                .filter(new Locator.FilterOptions().setHasText("‹ day"))
                .click();
        assertThat(page).hasURL(Pattern.compile("at=2026-03-30T23%3A00%3A00.000Z$"));
        assertThat(page.locator("#headline")).hasText("Nothing is open at Tue, Mar 31, 01:00 AM.");
    }

    @Test
    void ofAnHourBeforeTheLogItIsSaidThatNothingIsKnown() {
        visit("/backlog?at=2025-01-01T10:00:00Z");
        assertThat(page.locator("#headline"))
                .containsText(Pattern.compile(
                        "^Nothing is known of Wed, Jan 1, 2025, .*: the log begins on Feb 27, 2026\\.$"));
        assertThat(page.locator("[data-chart=backlog-by-queue] .state"))
                .hasText("Nothing is known of this hour: the log begins on Feb 27, 2026.");
    }

    @Test
    void howManyAtOnceIsTooManyIsSeenAtAGlanceAndReadInATable() {
        visit("/agents");
        assertThat(page.locator("[data-chart=load-and-speed] figure")).hasCount(5);
        assertThat(page.locator("[data-chart=load-and-speed] figure").first().locator("li"))
                .hasCount(2);
        assertThat(page.locator("[data-chart=load-and-speed] li a").first())
                .hasAttribute("aria-label", "2 at once: median 1 min, p90 1 min, n 2");
        page.locator("[data-chart=load-and-speed] button[aria-pressed]").click();
        assertThat(page.locator("[data-chart=load-and-speed] tbody tr")).hasCount(2);
    }

    @Test
    void aTableIsSortedByTheHeadsOfItsColumns() {
        visit("/agents");
        Locator first = page.locator("[data-chart=agents] tbody tr td").first();
        assertThat(first).hasText("a2");
        Locator conversations = page.locator("[data-chart=agents] th button")
                .filter(new Locator.FilterOptions().setHasText("Conversations"));
        conversations.click();
        assertThat(first).hasText("a1");
        assertThat(page.locator("[data-chart=agents] th[aria-sort=descending] button"))
                .isFocused();
        first.locator("a").click();
        assertThat(page).hasURL(Pattern.compile("/agents[?]agent=a1$"));
    }

    @Test
    void botsAndRhythmSayWhatTheyFound() {
        visit("/bots");
        assertThat(page.locator("#headline"))
                .hasText(
                        "Of 2 conversations with a bot, 50% ended there with an answer, 50% went to a human and 0% came"
                                + " to a dead end.");
        visit("/sync-and-async");
        assertThat(page.locator("#headline"))
                .containsText(
                        "Of 4 conversations with a switch of speaker 50% are sync, half resolved within 5 min 30 s; 25% are mixed;");
    }

    @Test
    void whatIsCountedHasAnAxisOfWholeNumbers() {
        visit("/?from=2026-03-30&until=2026-04-01&channel=webchat");
        Object ticks = page.locator("[data-chart=started-and-resolved] canvas")
                .evaluate("canvas => Chart.getChart(canvas).scales.y.ticks.map((tick) => tick.label).join(' ')");
        assertThat(ticks).isEqualTo("0 1");
    }

    @Test
    void whatIsResolvedIsShownWhereNothingStarts() {
        visit("/?from=2026-03-31&until=2026-04-01&channel=sms");
        assertThat(page.locator(".tile[data-metric=started] .tile-value")).hasText("0");
        assertThat(page.locator(".tile[data-metric=resolved] .tile-value")).hasText("1");
        assertThat(page.locator("[data-chart=started-and-resolved] canvas")).isVisible();
    }

    @Test
    void ofOneItIsSpokenAsOfOne() {
        visit("/?channel=sms&team=&from=2026-03-30&until=2026-03-31");
        assertThat(page.locator("#headline")).hasText("1 conversation started; no human answered any in this period.");
        visit("/?channel=webchat&from=2026-03-30&until=2026-03-31");
        assertThat(page.locator("#headline")).hasText("One first response came, after 1 min.");
        Object words = page.evaluate("""
                import('/assets/counted.js').then((counted) => counted.stintInWords({ stint: 1, agent_id: "a1",
                    start_reason: "assigned", end_reason: "closed", assigned_ms: 0, engaged_ms: 0, handle_ms: 0, messages: 1 }))""");
        assertThat((String) words).contains("with 1 message.");
        Object restated = page.evaluate("""
                import('/assets/charts/what-changed.js').then((chart) => chart.restatedInWords({ rows: [{ late: 1, late_share: 1,
                    records: 1, median_late_ms: 60000, extended: 0, merged: 1, split: 0 }] }))""");
        assertThat((String) restated)
                .isEqualTo("100% of the 1 newest record came late, half of them by 1 min or less; 1 conversation was"
                        + " extended, merged or split.");
    }

    @Test
    void theDataPageSaysHowMuchOfANumberIsTheTimer() {
        visit("/data");
        assertThat(page.locator("#headline"))
                .containsText(
                        "From a silence of 1 h to one of 24 h the median resolution goes from 30 min to 1 h, 2-fold");
        assertThat(page.locator("[data-chart=policy-sensitivity] tbody tr")).hasCount(3);
        assertThat(page.locator("[data-chart=rejects] tbody")).containsText("no event time");
    }

    @Test
    void everyChartHasItsNumbersAsATable() {
        visit("/");
        page.locator("[data-chart=outcomes] button[aria-pressed]").click();
        assertThat(page.locator("[data-chart=outcomes] tbody tr")).hasCount(4);
        assertThat(page.locator("[data-chart=outcomes] tbody")).containsText("bot contained");
    }

    @Test
    void namesAndTextsOfTheLogAreTextAndNothingElse() {
        visit("/conversations?period=all");
        assertThat(page.locator("#list")).containsText("<img src=x onerror");
        visit("/conversations/c1");
        assertThat(page.locator(".said").first()).hasText("what <b>m1</b> says");
        assertThat(page.evaluate("window.harmed")).isNull();
    }

    @Test
    void durationsHaveTheirTwoLargestUnits() {
        visit("/glossary");
        String instants = "[0, 400, 59999, 372000, 3599900, 86340000, 187200000, 8640000000, null]";
        Object words = page.evaluate(
                "import('/assets/format.js').then((format) => %s.map(format.duration))".formatted(instants));
        assertThat(words)
                .isEqualTo(
                        List.of("0 s", "0.4 s", "1 min", "6 min 12 s", "1 h", "23 h 59 min", "2 d 4 h", "100 d", ""));
    }

    @Test
    void beforeThereIsAPublicationThePageWaitsForIt(@TempDir Path empty) {
        try (RunningDashboard waiting = RunningDashboard.over(empty)) {
            page.navigate(waiting.address());
            assertThat(page.locator(".notice code").first()).hasText("./threadline run --input PATH");
            complaints.clear();
            WarehouseFixture.published(empty);
            // The page may have asked when only some tables were there.
            waiting.refresh();
            assertThat(page.locator(".tile[data-metric=started] .tile-value"))
                    .hasText("5", new LocatorAssertions.HasTextOptions().setTimeout(10_000));
            page.waitForLoadState(LoadState.NETWORKIDLE);
            complaints.removeIf(complaint -> complaint.contains("503"));
        }
    }
}
