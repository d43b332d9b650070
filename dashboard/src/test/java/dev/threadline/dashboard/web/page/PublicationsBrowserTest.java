package dev.threadline.dashboard.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import dev.threadline.dashboard.alert.AlertSettings;
import dev.threadline.dashboard.alert.Alerts;
import dev.threadline.dashboard.fixture.Configured;
import dev.threadline.dashboard.fixture.RunningDashboard;
import dev.threadline.dashboard.fixture.WarehouseFixture;
import dev.threadline.dashboard.warehouse.LiveWarehouse;
import dev.threadline.dashboard.warehouse.Warehouse;
import dev.threadline.jobs.run.RunsTable;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a browser shows of publications: an older one, and what the newest one raised. */
class PublicationsBrowserTest extends InTheBrowser {

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
    void theDataOfAnOlderPublicationAreItsOwn(@TempDir Path older) {
        WarehouseFixture.published(older).markLast("99 AS conversations").publish();
        try (RunningDashboard both = RunningDashboard.over(older)) {
            page.navigate(both.address() + "/data");
            assertThat(page.locator("#facts")).containsText("conversations" + "6");
            page.navigate(both.address() + "/data?publication=1");
            assertThat(page.locator("#facts")).containsText("conversations" + "99");
            assertThat(page.locator("[data-chart=publications] tbody tr")).hasCount(1);
            page.waitForLoadState(LoadState.NETWORKIDLE);
        }
    }

    @Test
    void whereNoRunNotedItsAuditThatIsSaid(@TempDir Path unnoted) {
        WarehouseFixture.published(unnoted)
                .rewrite(RunsTable.TABLE, "SELECT * EXCLUDE (rows_added, rows_removed, audit) FROM rows")
                .publish();
        try (RunningDashboard dashboard = RunningDashboard.over(unnoted)) {
            page.navigate(dashboard.address() + "/data");
            assertThat(page.locator("[data-chart=audit] .state")).hasText("No run has noted its audit yet.");
            assertThat(page.locator("[data-chart=rows-changed] .state")).hasText("No run has noted its rows yet.");
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
}
