package dev.threadline.dashboard.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** For every reader: sizes, themes, keyboard, screen reader. */
class AccessibilityBrowserTest extends InTheBrowser {

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
    void aDefinitionOpensByKeyboard() {
        visit("/");
        page.locator(".tile[data-metric=first_response] .what").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".meaning:popover-open")).containsText("first public message of a human");
        page.keyboard().press("Escape");
        assertThat(page.locator(".meaning:popover-open")).hasCount(0);
    }

    @Test
    void onAPhoneEachRowOfATableIsACardThatNamesItsNumbersAndTheHeadOnlySorts() {
        context.close();
        show(390, 844, ColorScheme.LIGHT);
        visit("/");
        Locator queues = page.locator("[data-chart=queues]");
        assertThat(queues.locator("thead th:not(:has(button))").first()).isHidden();
        Locator started = queues.locator("thead th:has(button)").first();
        started.locator("button").click();
        assertThat(started).hasAttribute("aria-sort", "descending");
        assertThat(queues.locator("tbody tr").first().locator("td").nth(1)).hasAttribute("data-label", "Started");
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
}
