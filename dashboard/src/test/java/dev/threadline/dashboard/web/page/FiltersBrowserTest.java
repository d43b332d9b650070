package dev.threadline.dashboard.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Filters and comparison stand in the address and hold on every page. */
class FiltersBrowserTest extends InTheBrowser {

    @Test
    void aFilterChangesTheNumbersAndTheAddressAndBackUndoesIt() {
        visit("/");
        page.locator(".pick[data-filter=channel] summary").click();
        page.locator("input[name=channel][value=sms]").check();
        assertThat(page.locator(".tile[data-metric=started] .tile-value")).hasText("2");
        assertThat(page).hasURL(Pattern.compile("[?]channel=sms$"));
        assertThat(page.locator("[data-chart=concurrency] .note")).containsText("not filtered by channel");
        page.goBack();
        assertThat(page.locator(".tile[data-metric=started] .tile-value")).hasText("5");
        assertThat(page.locator("#chips li")).hasCount(0);
    }

    @Test
    void anAddressIsSharedWithItsFiltersAndChipsRemoveThem() {
        visit("/?channel=sms&clock=business&from=2026-03-30&until=2026-03-31");
        assertThat(page.locator(".tile[data-metric=first_response] .tile-value"))
                .hasText("1 min 30 s");
        assertThat(page.locator("#chips li")).hasCount(4);
        page.locator("#chips button")
                .filter(new Locator.FilterOptions().setHasText("channel: sms"))
                .click();
        assertThat(page.locator(".tile[data-metric=started] .tile-value")).hasText("3");
        page.locator("#chips button").last().click();
        assertThat(page).hasURL(Pattern.compile(":\\d+/$"));
    }

    @Test
    void tilesSayHowTheyCompareAndTheAddressSaysWithWhat() {
        visit("/?from=2026-03-16&until=2026-04-02");
        assertThat(page.locator("#compared")).hasText("compared with Feb 27, 2026 – Mar 15, 2026");
        assertThat(page.locator(".tile[data-metric=first_response] .tile-change"))
                .hasText("50% more, worse than before");
        assertThat(page.locator("[data-chart=first-response] .note")).containsText("dashed: before");
        page.locator("select[name=compare]").selectOption("none");
        assertThat(page.locator(".tile[data-metric=first_response] .tile-change"))
                .hasCount(0);
        assertThat(page).hasURL(Pattern.compile("&compare=none$"));
        page.goBack();
        assertThat(page.locator(".tile[data-metric=first_response] .tile-change"))
                .hasCount(1);
    }

    @Test
    void whatBeganBeforeTheLogIsNotComparedAndItsDaysAreNotZero() {
        visit("/?from=2026-02-24&until=2026-04-02");
        assertThat(page.locator("#compared"))
                .hasText("not compared with Jan 18, 2026 – Feb 23, 2026: the log begins on Feb 27, 2026");
        visit("/");
        assertThat(page.locator("#compared"))
                .hasText("not compared with Feb 5, 2026 – Mar 4, 2026: the log begins on Feb 27, 2026");
        assertThat(page.locator(".tile-change")).hasCount(0);
        visit("/?from=2026-02-25&until=2026-03-01");
        Locator started = page.locator("[data-chart=started-and-resolved]");
        assertThat(started.locator(".note")).containsText("the log begins on Feb 27, 2026");
        started.locator("button[aria-pressed]").click();
        assertThat(started.locator("tbody tr"))
                .hasText(new String[] {"2026-02-25", "2026-02-26", "2026-02-2711", "2026-02-2800"});
    }

    @Test
    void aPeriodThatIsNotOverIsNotComparedWithAWholeOne() {
        visit("/?from=2026-03-17&until=2026-04-04");
        assertThat(page.locator("#compared"))
                .hasText("not compared with Feb 27, 2026 – Mar 16, 2026: the data end on Apr 1, 2026");
        assertThat(page.locator(".tile-change")).hasCount(0);
    }

    @Test
    void whatAFilterCannotReachSaysSo() {
        visit("/agents?channel=webchat&clock=business");
        assertThat(page.locator(".tile[data-metric=concurrency]")).containsText("not by channel");
        assertThat(page.locator("[data-chart=time-at-depth] .note"))
                .containsText(Pattern.compile("elapsed time, also by the business clock.*not filtered by channel"));
        visit("/backlog?agent=a1&clock=business");
        assertThat(page.locator(".tile[data-metric=backlog]")).containsText("not by agent");
        assertThat(page.locator(".tile[data-metric=waiting]")).containsText("elapsed time");
        assertThat(page.locator("[data-chart=backlog] .note")).containsText("not filtered by agent");
    }

    @Test
    void anAgentIsChosenLikeAnyFilter() {
        visit("/agents");
        page.locator(".pick[data-filter=agent] summary").click();
        page.locator("input[name=agent][value=a2]").check();
        assertThat(page.locator("[data-chart=agents] tbody tr")).hasCount(1);
        assertThat(page.locator(".tile[data-metric=agents] .tile-value")).hasText("1");
        assertThat(page.locator("#chips")).containsText("agent: a2");
    }

    @Test
    void datesOfAnotherYearThanThePublicationsSayTheirs() {
        visit("/?from=2026-03-30&until=2026-04-01");
        assertThat(page.locator("#chips button").first()).hasText("Mar 30 – Mar 31 ×");
        assertThat(labels("modes")).startsWith("Mar 30");
        visit("/?from=2025-12-31&until=2026-04-01");
        assertThat(page.locator("#chips button").first()).hasText("Dec 31, 2025 – Mar 31, 2026 ×");
        assertThat(labels("modes")).startsWith("Dec 31, 2025").endsWith("Mar 31, 2026");
        assertThat(labels("backlog")).startsWith("Dec 31, 2025");
        visit("/backlog?at=2025-12-30T10:00:00Z");
        assertThat(page.locator("#moment strong")).hasText("Tue, Dec 30, 2025, 11:00 AM");
    }

    private String labels(String chart) {
        Locator canvas = page.locator("[data-chart=%s] canvas".formatted(chart));
        return (String) canvas.evaluate("canvas => Chart.getChart(canvas).data.labels.join(' | ')");
    }

    @Test
    void theStepperGoesToThePeriodBefore() {
        visit("/?from=2026-03-30&until=2026-03-31");
        assertThat(page.locator(".tile[data-metric=started] .tile-value")).hasText("3");
        page.locator("[data-step='-1']").click();
        assertThat(page).hasURL(Pattern.compile("from=2026-03-29&until=2026-03-30"));
        assertThat(page.locator("[data-chart=outcomes] .state")).containsText("Nothing in this period");
    }

    @Test
    void theThemeIsKept() {
        visit("/");
        page.locator("#theme").click();
        page.locator("#theme").click();
        visit("/glossary");
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    }
}
