package dev.threadline.dashboard.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import dev.threadline.dashboard.fixture.FixtureDashboard;
import dev.threadline.dashboard.fixture.RunningDashboard;
import dev.threadline.dashboard.fixture.SharedBrowser;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The pages of the fixture in a real browser, which must have nothing to complain of. */
abstract class InTheBrowser {

    @RegisterExtension
    static final SharedBrowser shared = new SharedBrowser();

    @RegisterExtension
    static final FixtureDashboard fixture = new FixtureDashboard();

    private static RunningDashboard dashboard;

    final List<String> complaints = new ArrayList<>();
    BrowserContext context;
    Page page;

    @BeforeAll
    static void start() {
        dashboard = RunningDashboard.showingTextOver(fixture.directory());
    }

    @AfterAll
    static void stop() {
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

    final void show(int width, int height, ColorScheme scheme) {
        context = shared.browser()
                .newContext(new Browser.NewContextOptions()
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

    /** What axe finds on the page. */
    final List<String> violations() {
        return new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa")).analyze().getViolations().stream()
                        .map(rule ->
                                rule.getId() + ": " + rule.getNodes().get(0).getHtml())
                        .toList();
    }

    final void visit(String path) {
        page.navigate(dashboard.address() + path);
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }
}
