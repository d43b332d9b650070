package dev.threadline.dashboard.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.LoadState;
import dev.threadline.dashboard.fixture.RunningDashboard;
import dev.threadline.dashboard.fixture.Users;
import dev.threadline.dashboard.fixture.WarehouseFixture;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where users are asked who they are. */
class SignInBrowserTest extends InTheBrowser {

    @Test
    void anOpenPageSaysThatItsSessionIsOver(@TempDir Path guarded) {
        WarehouseFixture.published(guarded);
        try (RunningDashboard own = RunningDashboard.guardedOver(guarded, Users.ONE_OF_EACH, InstantSource.system())) {
            page.clock().install();
            page.navigate(own.address() + "/conversations?period=all");
            page.locator("#name").fill("vera");
            page.locator("#password").fill(Users.PASSWORD);
            page.locator("main button").click();
            assertThat(page.locator("#list tbody tr")).hasCount(6);
            complaints.clear();
            context.clearCookies();
            page.clock().runFor(16_000);
            assertThat(page.locator("#freshness")).containsText("Your session is over.");
            page.locator("select[name=period]").selectOption("week");
            assertThat(page.locator("#list")).containsText("Your session is over. Load the page anew to sign in.");
            complaints.removeIf(complaint -> complaint.contains("401"));
        }
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
            assertThat(page.locator(".pick[data-filter=agent]")).hasCount(0);
            assertThat(page.locator(".visitor")).containsText("vera, viewer");
            page.locator("#list tbody a").first().click();
            assertThat(page.locator(".timeline svg")).isVisible();
            assertThat(page.locator(".facts")).not().containsText("customer u1");
            page.locator(".visitor button").click();
            assertThat(page.locator("h1")).hasText("Sign in");
            page.waitForLoadState(LoadState.NETWORKIDLE);
        }
    }
}
