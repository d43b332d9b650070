package dev.threadline.dashboard.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** From numbers, bars and cells to the conversations behind them. */
class DrillDownBrowserTest extends InTheBrowser {

    @Test
    void aNumberLeadsToItsConversationsAndOneToItsTimeline() {
        visit("/");
        page.locator(".tile[data-metric=resolved] a").click();
        assertThat(page.locator("#list-title")).hasText("3 conversations");
        page.locator("#list tbody tr")
                .filter(new Locator.FilterOptions().setHasText("a1"))
                .locator("a")
                .click();
        assertThat(page.locator("h1")).hasText("Conversation c1");
        assertThat(page.locator(".timeline .turn")).hasCount(2);
        assertThat(page.locator(".timeline .stint")).hasCount(1);
        assertThat(page.locator(".timeline .break")).hasCount(1);
        page.locator(".timeline .turn").first().hover();
        assertThat(page.locator(".readout"))
                .containsText(
                        "answered after 1 min. In business time 30 s. Counted in first response, reply, customer wait");
        assertThat(page.locator(".reasons summary").first()).hasText("first response: 1 min 1 of 1 interval counted");
        assertThat(page.locator("[data-metric=first_response] tr").last())
                .containsText("1 min" + "yes" + "from the first question to the first message of a human");
        assertThat(page.locator(".reasons")).containsText("a1 writes, since the conversation was assigned");
        assertThat(page.locator(".reasons .not-counted").first()).containsText("nobody waited");
        page.locator(".timeline .uncounted").first().focus();
        assertThat(page.locator(".readout")).containsText("customer wait: 8 min not counted, nobody waited.");
        page.locator(".around a").click();
        assertThat(page.locator("h1")).hasText("Conversation c6");
    }

    @Test
    void anOldLinkLeadsToTheConversationThatItBecame() {
        visit("/conversations/c00");
        assertThat(page.locator("h1")).hasText("Conversation c1");
        assertThat(page.locator("#conversation")).containsText("The link led to c00, whose id later data changed");
        visit("/conversations/c1");
        assertThat(page.locator("#conversation")).not().containsText("whose id later data changed");
    }

    @Test
    void aRowOfTheOverviewLeadsToTheConversationsOfItsQueue() {
        visit("/");
        page.locator("[data-chart=queues] tbody a")
                .filter(new Locator.FilterOptions().setHasText("sms, no team"))
                .click();
        assertThat(page.locator("#list-title")).hasText("1 conversation");
        assertThat(page.locator("#chips")).containsText("sms");
        page.goBack();
        page.locator("[data-chart=queues] td a[href*='outcome=unanswered']").click();
        assertThat(page.locator("#list-title")).hasText("1 conversation");
        assertThat(page.locator("#list tbody tr")).containsText(new String[] {"unanswered"});
    }

    @Test
    void aWeekThatThePeriodCutsLeadsToItsDaysInThePeriod() {
        visit("/?from=2025-12-18&until=2026-04-02");
        Locator card = page.locator("[data-chart=started-and-resolved]");
        assertThat(card.locator(".note")).containsText("by week, Europe/Berlin · first and last week in part");
        Locator canvas = card.locator("canvas");
        double right = ((Number) canvas.evaluate("canvas => Chart.getChart(canvas).chartArea.right")).doubleValue();
        canvas.click(new Locator.ClickOptions().setPosition(right - 5, 100));
        assertThat(page).hasURL(Pattern.compile("from=2026-03-30&until=2026-04-02$"));
        assertThat(page.locator("#list-title")).hasText("4 conversations");
    }

    @Test
    void aNumberThatKnowsNoOutcomeLeadsToConversationsOfAll() {
        visit("/responses?outcome=resolved&clock=business");
        assertThat(page.locator(".tile[data-metric=reply]")).containsText("not by outcome");
        assertThat(page.locator(".tile[data-metric=reply] a"))
                .hasAttribute("href", "/conversations?clock=business&by=replied");
        assertThat(page.locator(".tile[data-metric=first_response] a"))
                .hasAttribute(
                        "href", "/conversations?outcome=resolved&clock=business&by=first_response&sort=first_response");
    }

    @Test
    void aDurationLeadsToThoseOfWhichItIsKnown() {
        visit("/");
        assertThat(page.locator(".tile[data-metric=handle]")).containsText("n 3");
        page.locator(".tile[data-metric=handle] a").click();
        assertThat(page.locator("#list-title")).hasText("3 conversations");
        assertThat(page.locator("#narrowed")).containsText("with a handle time");
    }

    @Test
    void aNumberOfNoneLeadsToNoOthers() {
        visit("/responses?outcome=resolved");
        assertThat(page.locator(".tile[data-metric=unanswered]")).containsText("0 of them");
        assertThat(page.locator(".tile[data-metric=unanswered] a")).hasCount(0);
        visit("/sync-and-async?mode=async");
        assertThat(page.locator(".tile[data-metric=sync] a")).hasCount(0);
        assertThat(page.locator(".tile[data-metric=async] a")).hasCount(1);
    }

    @Test
    void anOpenConversationDoesNotEnd() {
        visit("/conversations/c4");
        assertThat(page.locator(".timeline .boundary")).hasAttribute("aria-label", Pattern.compile("^Still open"));
        visit("/conversations/c1");
        assertThat(page.locator(".timeline .boundary"))
                .hasAttribute("aria-label", Pattern.compile("^Ends here: closed"));
    }

    @Test
    void aPartOfABarLeadsToThatPart() {
        visit("/bots");
        assertThat(behindOf("containment", "other"))
                .isEqualTo("bot=with outcome=open,outreach,merged from=2026-03-30 until=2026-03-31");
        assertThat(behindOf("started-and-resolved", "resolved"))
                .isEqualTo("by=resolved from=2026-03-30 until=2026-03-31");
        assertThat(behindOf("customer-wait", "median"))
                .isEqualTo("by=started measure=customer_wait least=0 from=2026-03-30 until=2026-03-31");
    }

    @Test
    void whoWaitsIsListedByABandThatCanBeTakenAway() {
        visit("/backlog");
        page.locator("[data-chart=waiting-by-age] td a").click();
        assertThat(page.locator("[data-chart=waiting-now] .note")).containsText("and have waited 1 h – 4 h");
        page.locator("#narrowed button").click();
        assertThat(page).hasURL(Pattern.compile("/backlog$"));
        assertThat(page.locator("[data-chart=waiting-now] .note")).not().containsText("and have waited");
        assertThat(page.locator("#narrowed li")).hasCount(0);
    }

    @Test
    void aClickLeadsBehindACellABarAndARow() {
        visit("/responses");
        Locator cell = page.locator("[data-chart=hours-of-waiting] td a").first();
        assertThat(cell).hasAttribute("aria-label", Pattern.compile("on Mondays from 10 to 11: median 1 min"));
        cell.click();
        assertThat(page.locator("#list-title")).hasText("1 conversation");
        assertThat(page.locator("#narrowed li")).hasCount(3);
        page.locator("#narrowed button").first().click();
        assertThat(page).hasURL(Pattern.compile("[?]least=0&hour=10$"));
        page.goBack();
        page.goBack();
        page.locator("[data-chart=attainment-by-queue] td a[href*='due=missed']")
                .first()
                .click();
        assertThat(page.locator("#narrowed")).containsText("first response missed");
        visit("/bots");
        page.locator("[data-chart=bot-dead-ends] tbody a").first().click();
        assertThat(page.locator("#list-title")).hasText("2 conversations");
        visit("/responses");
        // The third bar of ten stands for the first response of 3 minutes.
        page.locator("[data-chart=response-spread] canvas").click(new Locator.ClickOptions().setPosition(150, 200));
        assertThat(page.locator("#narrowed")).containsText("first response 2 min – 5 min");
        assertThat(page.locator("#list-title")).hasText("1 conversation");
    }

    /** What a chart's bar of 30 March asks the list for. */
    private Object behindOf(String chart, String part) {
        return page.evaluate("""
                ([chart, part]) => import(`/assets/charts/${chart}.js`).then(({ default: { behind } }) =>
                    Object.entries(behind(
                        { report_date: "2026-03-30" },
                        { from: "2026-03-01", until: "2026-04-01", grain: "day" },
                        part,
                    )).map((entry) => entry.join("=")).join(" "))""", List.of(chart, part));
    }
}
