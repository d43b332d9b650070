package dev.threadline.dashboard.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page is on paper: black on white, nothing cut off, nothing to press. */
class PaperBrowserTest extends InTheBrowser {

    /** A4 and Letter between the margins that browsers leave. */
    private static final int SHEET_WIDTH = 717;

    private static final String BLACK_ON_WHITE = "rgb(27, 29, 33)";

    @Test
    void chartsAreDrawnForPaperBeforeThePageIsLaidOutForItAndForTheScreenAfterwards() {
        context.close();
        show(1440, 900, ColorScheme.DARK);
        visit("/");
        Locator canvas = page.locator("[data-chart=first-response] canvas");
        int onScreen = width(canvas);
        tell("beforeprint");
        assertThat(width(canvas)).isBetween(280, 350);
        assertThat(ink(canvas)).isEqualTo("rgb(102, 107, 114)");
        assertThat(page.evaluate("getComputedStyle(document.body).color")).isEqualTo(BLACK_ON_WHITE);
        tell("afterprint");
        assertThat(width(canvas)).isEqualTo(onScreen);
        assertThat(ink(canvas)).isEqualTo("rgb(151, 156, 163)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/responses", "/agents", "/bots", "/backlog", "/data", "/conversations", "/conversations/c1"
            })
    void aSheetCutsNothingOffAndHasNothingToPress(String path) {
        visit(path + "?channel=sms&channel=webchat&period=all&due=met");
        tell("beforeprint");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.setViewportSize(SHEET_WIDTH, 1000);
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as("width of what is printed")
                .isEqualTo(SHEET_WIDTH);
        List<?> pressed = (List<?>) page.locator(
                        "button:visible:not(.chips button), select:visible, textarea:visible, input:visible:not([type=date])")
                .evaluateAll("controls => controls.map((control) => control.outerHTML)");
        assertThat(pressed).isEmpty();
        assertThat(page.evaluate("getComputedStyle(document.body).color")).isEqualTo(BLACK_ON_WHITE);
    }

    @Test
    void headsThatSortArePrintedAsText() {
        visit("/conversations?period=all");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat((List<?>) page.locator("#list th[data-label]")
                        .evaluateAll("heads => heads.map((head) => getComputedStyle(head, '::after').content)"))
                .isEqualTo(List.of(
                        "\"Started\"",
                        "\"Messages\"",
                        "\"First response\"",
                        "\"Customer waited\"",
                        "\"Resolution\"",
                        "\"Handle time\""));
    }

    @Test
    void aSheetSaysWhatItIsFilteredAndNarrowedBy() {
        visit("/conversations?period=all&channel=sms&due=met");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator("#chips button").first()).isVisible();
        assertThat(page.locator("#narrowed button").first()).isVisible();
        assertThat(page.locator("#chips li").last()).isHidden();
    }

    private void tell(String event) {
        page.evaluate("event => window.dispatchEvent(new Event(event))", event);
    }

    private static int width(Locator canvas) {
        return (int) canvas.evaluate("canvas => canvas.clientWidth");
    }

    private static Object ink(Locator canvas) {
        return canvas.evaluate("canvas => Chart.getChart(canvas).options.scales.x.ticks.color");
    }
}
