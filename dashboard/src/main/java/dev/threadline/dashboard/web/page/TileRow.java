package dev.threadline.dashboard.web.page;

import java.util.List;

/** The rows of tiles, by their pages. */
enum TileRow {
    OVERVIEW,
    RESPONSES,
    AGENTS,
    BOTS,
    RHYTHM,
    BACKLOG;

    /** The address of the page that they stand on. */
    String path() {
        return Page.valueOf(name()).path();
    }

    /** The query files of the folder {@code tiles} that answer: each with a row for one tile or for several. */
    List<String> files() {
        return switch (this) {
            case OVERVIEW -> List.of("started", "resolved", "first-response", "load");
            case RESPONSES -> List.of("first-response", "attainment", "replies", "customer-wait", "unanswered");
            case AGENTS -> List.of("load", "stints", "human-replies");
            case BOTS -> List.of("bots", "handoff-wait");
            case RHYTHM -> List.of("rhythm");
            case BACKLOG -> List.of("backlog", "waiting");
        };
    }
}
