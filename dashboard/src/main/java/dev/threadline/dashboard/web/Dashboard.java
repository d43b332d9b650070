package dev.threadline.dashboard.web;

import dev.threadline.dashboard.warehouse.LiveWarehouse;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.staticfiles.Location;
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
            "policy-sensitivity", "policy_sensitivity");

    private final LiveWarehouse warehouse;
    private final boolean showText;

    private Dashboard(LiveWarehouse warehouse, boolean showText) {
        this.warehouse = warehouse;
        this.showText = showText;
    }

    /** A server over a warehouse, not yet started. Timelines show who wrote when, not what. */
    public static Javalin create(LiveWarehouse warehouse) {
        return Javalin.create(new Dashboard(warehouse, false)::configure);
    }

    /** A server, not yet started, whose timelines also show what was written. */
    public static Javalin createShowingText(LiveWarehouse warehouse) {
        return Javalin.create(new Dashboard(warehouse, true)::configure);
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.compressionStrategy = CompressionStrategy.GZIP;
        config.http.prefer405over404 = true;
        config.staticFiles.enableWebjars();
        config.staticFiles.add(files -> {
            files.hostedPath = "/assets";
            files.directory = "/dev/threadline/dashboard/assets";
            files.location = Location.CLASSPATH;
        });
        routes(config);
    }

    private void routes(JavalinConfig config) {
        Release release = Release.read();
        Questions questions = new Questions(warehouse);
        Pages pages = new Pages(questions, release);
        var routes = config.routes;

        routes.before(SecurityHeaders::set);
        routes.get("/api/health", new Health(warehouse, release)::answer);
        routes.get("/api/tiles", new Tiles(questions)::answer);
        for (String chart : CHARTS) {
            routes.get("/api/" + chart, ChartAnswer.of(questions, chart)::answer);
        }
        OF_THE_DATA.forEach(
                (chart, table) -> routes.get("/api/" + chart, ChartAnswer.ofTable(questions, chart, table)::answer));
        routes.get("/api/conversations", new ConversationList(questions)::answer);
        routes.get("/api/conversations/{conversation_id}", new ConversationTimeline(questions, showText)::answer);
        routes.get("/api/glossary", ChartAnswer.of(questions, "glossary")::answer);
        for (Page page : Page.values()) {
            routes.get(page.path(), context -> pages.show(context, page));
        }
        new Problems(pages).register(routes);
        routes.error(404, context -> {
            if (context.result() == null) {
                throw new NotFoundResponse();
            }
        });
    }
}
