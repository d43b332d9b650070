package dev.threadline.dashboard.access;

import io.javalin.security.RouteRole;

/** Whom an address answers. Everyone gets only what their role may see of it. */
public enum Audience implements RouteRole {
    /** Also those who have not signed in. */
    ANYBODY,
    EVERY_ROLE,
    /** Programs that watch, by their token, and whoever sees the whole. */
    WATCHERS,
    /** For what cannot be told apart by agent. */
    NOT_AGENTS,
    /** For what tells agents apart. */
    NOT_VIEWERS;

    public boolean admits(Role role) {
        return switch (this) {
            case ANYBODY, EVERY_ROLE -> true;
            case WATCHERS, NOT_AGENTS -> role != Role.AGENT;
            case NOT_VIEWERS -> role != Role.VIEWER;
        };
    }
}
