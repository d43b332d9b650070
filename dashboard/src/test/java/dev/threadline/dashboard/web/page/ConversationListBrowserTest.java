package dev.threadline.dashboard.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of conversations while its answers are late, fail, or are wider than the page. */
class ConversationListBrowserTest extends InTheBrowser {

    private static final Pattern FIRST_PAGE = Pattern.compile("/api/conversations$");
    private static final Pattern NEXT_PAGE = Pattern.compile("/api/conversations[?].*after=.*");

    @Test
    void aLateAnswerDoesNotCoverANewerOne() {
        List<Route> late = new ArrayList<>();
        page.route(Pattern.compile("/api/conversations[?].*channel=sms"), late::add);
        visit("/conversations");
        ask("?channel=sms");
        page.waitForCondition(() -> !late.isEmpty());
        ask("?channel=email");
        assertThat(page.locator("#list-title")).hasText("1 conversation");
        late.get(0).resume();
        page.waitForTimeout(300);
        assertThat(page.locator("#list tbody tr")).hasCount(1);
        assertThat(page.locator("#list tbody tr")).containsText("email");
    }

    @Test
    void whatIsShownStaysWhenMoreOfItDoesNotCome() {
        page.route(
                FIRST_PAGE,
                route -> route.resume(
                        new Route.ResumeOptions().setUrl(route.request().url() + "?limit=2")));
        visit("/conversations");
        assertThat(page.locator("#list tbody tr")).hasCount(2);
        page.route(NEXT_PAGE, Route::abort);
        page.locator("#more").click();
        assertThat(page.locator("#list .state")).hasText("The server does not answer.");
        assertThat(page.locator("#list tbody tr")).hasCount(2);
        page.unroute(NEXT_PAGE);
        page.locator("#more").click();
        assertThat(page.locator("#list tbody tr")).hasCount(5);
        assertThat(page.locator("#list .state")).hasCount(0);
        complaints.removeIf(complaint -> complaint.contains("ERR_FAILED"));
    }

    @Test
    void theHeadThatWasPressedKeepsTheFocus() {
        visit("/conversations");
        page.locator("#list th button")
                .filter(new Locator.FilterOptions().setHasText("Messages"))
                .focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#list th[aria-sort=descending] button")).hasText("Messages ↓");
        assertThat(page.locator("#list th[aria-sort=descending] button")).isFocused();
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 800})
    void aWideListScrollsInItself(int width) {
        context.close();
        show(width, 844, ColorScheme.LIGHT);
        visit("/conversations?period=all");
        assertThat(page.locator("#list tbody tr")).hasCount(6);
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(width);
    }

    @Test
    void aLongNameIsShortenedInAWideListAndWholeOnAPhone() {
        visit("/conversations?period=all");
        Locator customer =
                page.locator("#list td[data-label=Customer]").filter(new Locator.FilterOptions().setHasText("<img"));
        assertThat(customer).hasCSS("text-overflow", "ellipsis");
        assertThat(customer).hasAttribute("title", Pattern.compile("^<img src=x onerror=.*>$"));
        page.setViewportSize(390, 844);
        assertThat(customer).hasCSS("overflow", "visible");
    }

    private void ask(String query) {
        page.evaluate("query => { history.pushState(null, '', query); dispatchEvent(new Event('asked')); }", query);
    }
}
