package dev.threadline.dashboard.web;

import dev.threadline.dashboard.access.Access;
import dev.threadline.dashboard.api.ApiDocument;
import dev.threadline.dashboard.metrics.Metrics;
import dev.threadline.dashboard.metrics.RequestMeter;
import dev.threadline.dashboard.warehouse.LiveWarehouse;
import dev.threadline.dashboard.web.answer.AlertList;
import dev.threadline.dashboard.web.answer.ApiAnswer;
import dev.threadline.dashboard.web.answer.ChartAnswer;
import dev.threadline.dashboard.web.answer.ConversationList;
import dev.threadline.dashboard.web.answer.ConversationTimeline;
import dev.threadline.dashboard.web.answer.Health;
import dev.threadline.dashboard.web.answer.Questions;
import dev.threadline.dashboard.web.answer.TableExport;
import dev.threadline.dashboard.web.export.CsvExport;
import dev.threadline.dashboard.web.export.Downloads;
import dev.threadline.dashboard.web.guard.CacheHeaders;
import dev.threadline.dashboard.web.guard.CrossSite;
import dev.threadline.dashboard.web.guard.Gate;
import dev.threadline.dashboard.web.guard.JettyProblems;
import dev.threadline.dashboard.web.guard.Problems;
import dev.threadline.dashboard.web.guard.SecurityHeaders;
import dev.threadline.dashboard.web.guard.SignIn;
import dev.threadline.dashboard.web.guard.SignInElsewhere;
import dev.threadline.dashboard.web.page.ApiDescription;
import dev.threadline.dashboard.web.page.Page;
import dev.threadline.dashboard.web.page.Pages;
import dev.threadline.dashboard.web.page.Release;
import dev.threadline.dashboard.web.page.Tiles;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.staticfiles.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The dashboard's server: every address that it answers is in this file. */
public final class Dashboard {

    /** Each is the name of a query file, of an address below /api, and of a module in assets/charts. */
    private static final List<String> CHARTS = List.of(
            "headline",
            "started-and-resolved",
            "first-response",
            "resolution",
            "handle-time",
            "concurrency",
            "backlog",
            "modes",
            "outcomes",
            "queues",
            "replies",
            "customer-wait",
            "response-spread",
            "attainment",
            "attainment-by-queue",
            "wait-by-owner",
            "hours-of-waiting",
            "hours-of-arrival",
            "load-and-speed",
            "load-by-hour",
            "time-at-depth",
            "agents",
            "backlog-by-queue",
            "waiting-by-age",
            "waiting-now",
            "containment",
            "handoff-wait",
            "bots-by-queue",
            "bot-dead-ends",
            "durations-by-mode",
            "modes-by-channel",
            "rhythm-spread");

    /** Likewise, each with the table that it reads: an older publication, or a young warehouse, may be without it. */
    private static final Map<String, String> OF_THE_DATA = Map.of(
            "publications", "publications",
            "runs", "runs",
            "rejects", "rejected_records",
            "lateness", "messages",
            "what-changed", "messages",
            "rows-changed", "runs",
            "audit", "runs",
            "policy-sensitivity", "policy_sensitivity");

    /** Tables that can be taken away, each by its query file. */
    private static final List<String> EXPORTS = List.of("conversations", "turns", "stints");

    private final LiveWarehouse warehouse;
    private final DashboardSettings settings;
    private final RequestMeter requests = new RequestMeter();

    private Dashboard(LiveWarehouse warehouse, DashboardSettings settings) {
        this.warehouse = warehouse;
        this.settings = settings;
    }

    /** A server over a warehouse, not yet started. */
    public static Javalin create(LiveWarehouse warehouse, DashboardSettings settings) {
        return Javalin.create(new Dashboard(warehouse, settings)::configure);
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.compressionStrategy = CompressionStrategy.GZIP;
        config.http.prefer405over404 = true;
        config.jetty.modifyServer(server -> server.setErrorHandler(new JettyProblems()));
        config.jetty.modifyServletContextHandler(JettyProblems::waitForBodies);
        config.jetty.modifyServletContextHandler(JettyProblems::refuseUnknownMethods);
        config.staticFiles.enableWebjars();
        config.staticFiles.add(files -> {
            files.hostedPath = "/assets";
            files.directory = "/dev/threadline/dashboard/assets";
            files.location = Location.CLASSPATH;
        });
        Release release = Release.read();
        Questions questions = new Questions(warehouse, settings.targets());
        Pages pages = new Pages(questions, release, settings.access());
        config.requestLogger.http((context, millis) ->
                requests.count(RequestMeter.Kind.of(context.path()), context.statusCode(), millis));
        config.routes.before(SecurityHeaders::set);
        config.routes.before(new CacheHeaders(settings.access())::set);
        config.routes.before(CrossSite::refuse);
        config.routes.beforeMatched(new Gate(settings.access())::admit);
        routes(questions, pages, release).forEach(route -> route.register(config.routes));
        new Problems(pages).register(config.routes);
        config.routes.error(404, context -> {
            if (context.result() == null) {
                throw new NotFoundResponse();
            }
        });
    }

    /** All addresses of a server over a warehouse. */
    static List<Route> routes(LiveWarehouse warehouse, DashboardSettings settings) {
        Questions questions = new Questions(warehouse, settings.targets());
        Release release = Release.read();
        return new Dashboard(warehouse, settings)
                .routes(questions, new Pages(questions, release, settings.access()), release);
    }

    private List<Route> routes(Questions questions, Pages pages, Release release) {
        List<ApiAnswer> answers = answers(questions, release);
        ApiDocument document =
                new ApiDocument(release.version(), !settings.access().isOpen());
        ApiDescription description = new ApiDescription(answers, questions, document, pages);
        List<Route> routes = new ArrayList<>();
        answers.forEach(answer -> routes.add(Route.get(answer.operation().path(), answer::answer)));
        routes.add(Route.get(description.operation().path(), description::answer));
        routes.add(Route.get("/api", description::page));
        routes.add(Route.get("/metrics", new Metrics(warehouse, requests, settings.time())::answer));
        for (Page page : Page.values()) {
            routes.add(Route.get(page.path(), context -> pages.show(context, page)));
        }
        if (settings.access().bySession()) {
            routes.addAll(signingIn(settings.access(), pages));
        }
        return routes;
    }

    private static List<Route> signingIn(Access access, Pages pages) {
        SignIn signIn = new SignIn(access, pages);
        Route out = Route.post("/logout", signIn::signOut);
        return access.oidc()
                .map(provider -> List.of(Route.get("/login", new SignInElsewhere(access, provider, pages)::show), out))
                .orElseGet(() -> List.of(Route.get("/login", signIn::show), Route.post("/login", signIn::signIn), out));
    }

    private List<ApiAnswer> answers(Questions questions, Release release) {
        Downloads downloads = new Downloads(settings.exports());
        CsvExport csv = new CsvExport(downloads);
        List<ApiAnswer> answers = new ArrayList<>();
        answers.add(new Health(warehouse, release.version()));
        answers.add(new Tiles(questions));
        CHARTS.forEach(chart -> answers.add(ChartAnswer.of(questions, csv, chart)));
        OF_THE_DATA.forEach((chart, table) -> answers.add(ChartAnswer.ofTable(questions, csv, chart, table)));
        answers.add(new ConversationList(questions, csv));
        answers.add(new ConversationTimeline(questions, settings.showText()));
        answers.add(new AlertList(questions, settings.alerts()));
        EXPORTS.forEach(table -> answers.add(new TableExport(questions, downloads, table)));
        answers.add(ChartAnswer.of(questions, csv, "glossary"));
        return answers;
    }
}
