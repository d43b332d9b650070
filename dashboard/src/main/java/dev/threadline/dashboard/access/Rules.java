package dev.threadline.dashboard.access;

import static dev.threadline.dashboard.access.Audience.ANYBODY;
import static dev.threadline.dashboard.access.Audience.EVERY_ROLE;
import static dev.threadline.dashboard.access.Audience.NOT_AGENTS;
import static dev.threadline.dashboard.access.Audience.NOT_VIEWERS;
import static dev.threadline.dashboard.access.Audience.WATCHERS;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whom every address answers. An address without a rule is not served. */
public final class Rules {

    private static final Map<String, Audience> BY_ADDRESS = new HashMap<>();

    static {
        rule(WATCHERS, "/metrics");
        rule(ANYBODY, "/login", "/logout", "/api/health");
        rule(EVERY_ROLE, "/", "/conversations", "/conversations/{conversation_id}", "/responses", "/agents");
        rule(EVERY_ROLE, "/sync-and-async", "/glossary", "/api", "/api/openapi.json");
        rule(NOT_AGENTS, "/bots", "/backlog", "/data");

        charts(EVERY_ROLE, "headline", "tiles", "started-and-resolved", "first-response", "resolution", "handle-time");
        charts(EVERY_ROLE, "concurrency", "modes", "outcomes", "queues", "replies", "customer-wait", "response-spread");
        charts(
                EVERY_ROLE,
                "attainment",
                "attainment-by-queue",
                "wait-by-owner",
                "hours-of-waiting",
                "hours-of-arrival");
        charts(EVERY_ROLE, "load-and-speed", "load-by-hour", "time-at-depth");
        charts(EVERY_ROLE, "durations-by-mode", "modes-by-channel", "rhythm-spread");
        charts(EVERY_ROLE, "conversations", "conversations/{conversation_id}", "glossary");
        charts(EVERY_ROLE, "exports/conversations", "exports/turns");
        // One row per agent, or stint of one.
        charts(NOT_VIEWERS, "agents", "exports/stints");
        // Queues, bots and the data itself are nobody's own.
        charts(NOT_AGENTS, "backlog", "backlog-by-queue", "waiting-by-age", "waiting-now");
        charts(NOT_AGENTS, "containment", "handoff-wait", "bots-by-queue", "bot-dead-ends");
        charts(
                NOT_AGENTS,
                "alerts",
                "publications",
                "runs",
                "rejects",
                "lateness",
                "what-changed",
                "rows-changed",
                "audit",
                "policy-sensitivity");
    }

    private Rules() {}

    /**
     * Whom an address answers.
     *
     * @param path as it is registered, with the names of its parameters in braces
     */
    public static Audience of(String path) {
        Audience audience = BY_ADDRESS.get(path);
        if (audience == null) {
            throw new IllegalStateException("nobody may ask %s: say in Rules who may".formatted(path));
        }
        return audience;
    }

    /** Whether a role may ask for a chart. */
    public static boolean admitsToChart(Role role, String chart) {
        return of("/api/" + chart).admits(role);
    }

    /** All addresses with a rule. */
    public static Set<String> addresses() {
        return Set.copyOf(BY_ADDRESS.keySet());
    }

    private static void rule(Audience audience, String... paths) {
        for (String path : paths) {
            if (BY_ADDRESS.put(path, audience) != null) {
                throw new IllegalStateException("two rules for " + path);
            }
        }
    }

    private static void charts(Audience audience, String... names) {
        rule(audience, List.of(names).stream().map("/api/"::concat).toArray(String[]::new));
    }
}
