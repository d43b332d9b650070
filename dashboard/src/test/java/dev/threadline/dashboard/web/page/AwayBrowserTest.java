package dev.threadline.dashboard.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A page that stays open while its server is away. */
class AwayBrowserTest extends InTheBrowser {

    private static final Pattern API = Pattern.compile("/api/.*");
    private static final int LONGER_THAN_THE_WATCH_MS = 16_000;

    @Test
    void aPageSaysThatItsServerIsAwayAndAsksAnewWhenItIsBack() {
        page.clock().install();
        visit("/");
        Locator started = page.locator(".tile[data-metric=started] .tile-value");
        assertThat(started).hasText("5");
        page.route(API, Route::abort);
        page.clock().runFor(LONGER_THAN_THE_WATCH_MS);
        assertThat(page.locator("#freshness")).containsText("The server does not answer.");
        assertThat(started).hasText("5");
        page.locator("select[name=period]").selectOption("week");
        assertThat(page.locator("#tiles")).hasText("The server does not answer.");
        assertThat(page.locator("#compared")).hasText("");
        page.unroute(API);
        page.clock().runFor(LONGER_THAN_THE_WATCH_MS);
        assertThat(started).hasText("4");
        assertThat(page.locator("#headline")).containsText("Half of 3 first responses");
        assertThat(page.locator("#freshness")).not().containsText("The server does not answer.");
        complaints.removeIf(complaint -> complaint.contains("ERR_FAILED"));
    }
}
