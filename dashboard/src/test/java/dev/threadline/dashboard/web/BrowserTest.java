package dev.threadline.dashboard.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import dev.threadline.dashboard.alert.AlertSettings;
import dev.threadline.dashboard.alert.Alerts;
import dev.threadline.dashboard.fixture.Configured;
import dev.threadline.dashboard.fixture.RunningDashboard;
import dev.threadline.dashboard.fixture.Users;
import dev.threadline.dashboard.fixture.WarehouseFixture;
import dev.threadline.dashboard.warehouse.LiveWarehouse;
import dev.threadline.dashboard.warehouse.Warehouse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages in a real browser: Debian's Chromium where it is installed, else the one that Playwright brings. */
class BrowserTest {

    private static final List<String> PATHS = List.of(
            "/",
            "/conversations",
            "/conversations/c1",
            "/responses",
            "/agents",
            "/bots",
            "/sync-and-async",
            "/backlog",
            "/data",
            "/api",
            "/glossary");

    private static final Path SYSTEM_CHROMIUM = Path.of("/usr/bin/chromium");

    @TempDir
    private static Path directory;

    private static RunningDashboard dashboard;
    private static Playwright playwright;
    private static Browser browser;

    private final List<String> complaints = new ArrayList<>();
    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void start() {
        WarehouseFixture.published(directory);
        dashboard = RunningDashboard.showingTextOver(directory);
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions();
        Playwright.CreateOptions create = new Playwright.CreateOptions();
        if (Files.isExecutable(SYSTEM_CHROMIUM)) {
            create.setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
            options.setExecutablePath(SYSTEM_CHROMIUM);
        }
        playwright = Playwright.create(create);
        browser = playwright.chromium().launch(options);
    }

    @AfterAll
    static void stop() {
        playwright.close();
        dashboard.close();
    }

    @BeforeEach
    void open() {
        show(1440, 900, ColorScheme.LIGHT);
    }

    @AfterEach
    void close() {
        context.close();
        assertThat(complaints).as("what the browser complained of").isEmpty();
    }

    @Test
    void theOverviewSaysWhatItFoundAndShowsIt() {
        visit("/");
        assertThat(page.locator("#headline"))
                .containsText("Half of 3 answered conversations got their first response within 3 min");
        assertThat(page.locator(".tile[data-metric=started] .tile-value")).hasText("5");
        assertThat(page.locator(".tile[data-metric=first_response] .tile-value"))
                .hasText("3 min");
        assertThat(page.locator(".tile[data-metric=concurrency] .tile-value")).hasText("1.25");
        assertThat(page.locator(".card canvas")).hasCount(8);
        assertThat(page.locator("#freshness")).containsText("data to Wed, Apr 1, 01:58 AM");
    }

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
        visit("/");
        assertThat(page.locator("#compared")).hasText("compared with Feb 5, 2026 – Mar 4, 2026");
        assertThat(page.locator(".tile[data-metric=first_response] .tile-change"))
                .hasText("50% more, worse than before");
        assertThat(page.locator("[data-chart=first-response] .note")).containsText("dashed: before");
        page.locator("select[name=compare]").selectOption("none");
        assertThat(page.locator(".tile[data-metric=first_response] .tile-change"))
                .hasCount(0);
        assertThat(page).hasURL(Pattern.compile("[?]compare=none$"));
        page.goBack();
        assertThat(page.locator(".tile[data-metric=first_response] .tile-change"))
                .hasCount(1);
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
    void theStepperGoesToThePeriodBefore() {
        visit("/?from=2026-03-30&until=2026-03-31");
        assertThat(page.locator(".tile[data-metric=started] .tile-value")).hasText("3");
        page.locator("[data-step='-1']").click();
        assertThat(page).hasURL(Pattern.compile("from=2026-03-29&until=2026-03-30"));
        assertThat(page.locator("[data-chart=outcomes] .state")).containsText("Nothing in this period");
    }

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
        page.locator(".around a").click();
        assertThat(page.locator("h1")).hasText("Conversation c6");
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

    @Test
    void aWeekIsWalkedByArrowKeys() {
        visit("/responses");
        Locator cells = page.locator("[data-chart=hours-of-arrival] td a");
        assertThat(page.locator("[data-chart=hours-of-arrival] td a[tabindex='0']"))
                .hasCount(1);
        cells.first().focus();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowDown");
        assertThat(page.locator("[data-chart=hours-of-arrival] td a:focus"))
                .hasAttribute("aria-label", Pattern.compile("on Tuesdays from 1 to 2"));
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
    void aDefinitionOpensByKeyboard() {
        visit("/");
        page.locator(".tile[data-metric=first_response] .what").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".meaning:popover-open")).containsText("first public message of a human");
        page.keyboard().press("Escape");
        assertThat(page.locator(".meaning:popover-open")).hasCount(0);
    }

    @Test
    void everyChartHasItsNumbersAsATable() {
        visit("/");
        page.locator("[data-chart=outcomes] button[aria-pressed]").click();
        assertThat(page.locator("[data-chart=outcomes] tbody tr")).hasCount(4);
        assertThat(page.locator("[data-chart=outcomes] tbody")).containsText("bot contained");
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
    void botsAndRhythmSayWhatTheyFound() {
        visit("/bots");
        assertThat(page.locator("#headline"))
                .hasText(
                        "Of 2 conversations with a bot, 50% ended there with an answer, 50% went to a human and 0% came"
                                + " to a dead end.");
        visit("/sync-and-async");
        assertThat(page.locator("#headline"))
                .containsText("50% are sync, half resolved within 5 min 30 s; 25% are mixed;");
    }

    @Test
    void whoSignsInSeesTheirPartAndSignsOut(@TempDir Path guarded) {
        WarehouseFixture.published(guarded);
        try (RunningDashboard own = RunningDashboard.guardedOver(guarded, Users.ONE_OF_EACH, InstantSource.system())) {
            page.navigate(own.address() + "/conversations?channel=webchat&period=all");
            assertThat(page.locator("h1")).hasText("Sign in");
            assertThat(violations()).isEmpty();
            page.locator("#name").fill("vera");
            page.locator("#password").fill("open barley");
            page.locator("main button").click();
            assertThat(page.locator("[role=alert]")).hasText("Name or password is wrong.");
            complaints.removeIf(complaint -> complaint.contains("401"));
            page.locator("#password").fill(Users.PASSWORD);
            page.locator("main button").click();
            assertThat(page).hasURL(Pattern.compile("/conversations[?]channel=webchat&period=all$"));
            assertThat(page.locator("#list tbody tr")).hasCount(2);
            assertThat(page.locator("#list thead"))
                    .hasText(
                            "Started ↓ChannelTeamOutcomeModeMessagesFirst responseCustomer waitedResolutionHandle time");
            assertThat(page.locator(".visitor")).containsText("vera, viewer");
            page.locator("#list tbody a").first().click();
            assertThat(page.locator(".timeline svg")).isVisible();
            assertThat(page.locator(".facts")).not().containsText("customer u1");
            page.locator(".visitor button").click();
            assertThat(page.locator("h1")).hasText("Sign in");
            page.waitForLoadState(LoadState.NETWORKIDLE);
        }
    }

    @Test
    void anOlderPublicationStaysInSightWhereverOneGoes(@TempDir Path older) {
        WarehouseFixture.published(older)
                .keepConversations("channel = 'webchat'")
                .publish();
        try (RunningDashboard both = RunningDashboard.over(older)) {
            page.navigate(both.address() + "/data");
            page.locator("[data-chart=publications] tbody a").last().click();
            assertThat(page).hasURL(Pattern.compile("/[?]publication=1$"));
            assertThat(page.locator("#pinned")).containsText("As reported in publication 1 of April 1, 2026");
            assertThat(page.locator(".tile[data-metric=started] .tile-value")).hasText("5");
            page.locator(".tile[data-metric=started] .tile-value").click();
            assertThat(page.locator("#list tbody tr")).hasCount(5);
            page.locator("#list tbody a").first().click();
            assertThat(page).hasURL(Pattern.compile("/conversations/c4[?].*publication=1"));
            assertThat(page.locator(".timeline svg")).isVisible();
            page.locator("nav a", new Page.LocatorOptions().setHasText("Overview"))
                    .click();
            page.locator("[data-newest]").click();
            assertThat(page.locator("#pinned")).hasCount(0);
            assertThat(page.locator(".tile[data-metric=started] .tile-value")).hasText("2");
            page.waitForLoadState(LoadState.NETWORKIDLE);
        }
    }

    @Test
    void anAlertStandsAboveTheNumbers(@TempDir Path alerted) throws Exception {
        WarehouseFixture.published(alerted);
        AlertSettings settings = Configured.alerts(
                "{ alerts: [{ name: Slow, metric: first-response-median, over: 72h, filter: { team: support }, above: 2m }], alert-state: %s }"
                        .formatted(alerted.resolve("alerts.json")));
        try (LiveWarehouse warehouse = new LiveWarehouse(Warehouse.in(alerted));
                Alerts alerts = new Alerts(settings, warehouse, InstantSource.system())) {
            alerts.work();
            try (RunningDashboard watched = RunningDashboard.over(alerted, alerts.statuses())) {
                page.navigate(watched.address());
                assertThat(page.locator(".card-alerts li"))
                        .hasText(
                                "Slow first response median is 5 min, above 2 min (team support), since Apr 1, 2026, 7:12 AM");
                assertThat(violations()).isEmpty();
                page.navigate(watched.address() + "/data");
                assertThat(page.locator("[data-chart=alerts] tbody")).containsText("firing");
                assertThat(page.locator("[data-chart=alerts] .csv")).hasCount(0);
                page.waitForLoadState(LoadState.NETWORKIDLE);
            }
        }
    }

    @Test
    void theThemeIsKept() {
        visit("/");
        page.locator("#theme").click();
        page.locator("#theme").click();
        visit("/glossary");
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    }

    @ParameterizedTest
    @CsvSource({"360, LIGHT", "1440, DARK", "3840, LIGHT"})
    void everyPageFitsItsWindowAndIsAccessible(int width, ColorScheme scheme) {
        context.close();
        show(width, 900, scheme);
        for (String path : PATHS) {
            visit(path);
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .as(path + " is no wider than its window")
                    .isEqualTo(true);
            assertThat(violations()).as(path).isEmpty();
        }
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
            assertThat(page.locator(".tile[data-metric=started] .tile-value"))
                    .hasText("5", new LocatorAssertions.HasTextOptions().setTimeout(10_000));
            page.waitForLoadState(LoadState.NETWORKIDLE);
            complaints.removeIf(complaint -> complaint.contains("503"));
        }
    }

    /** What axe finds on the page. */
    private List<String> violations() {
        return new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa")).analyze().getViolations().stream()
                        .map(rule ->
                                rule.getId() + ": " + rule.getNodes().get(0).getHtml())
                        .toList();
    }

    private void show(int width, int height, ColorScheme scheme) {
        context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setLocale("en-US"));
        page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
    }

    private void visit(String path) {
        page.navigate(dashboard.address() + path);
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }
}
