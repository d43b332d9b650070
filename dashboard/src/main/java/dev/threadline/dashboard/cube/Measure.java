package dev.threadline.dashboard.cube;

/** A duration of conversations, counted at an instant of theirs. */
enum Measure {
    HANDLE("handle", "started_at"),
    /** For the hours in which customers came. */
    FIRST_RESPONSE_OF_STARTED("first_response", "started_at"),
    FIRST_RESPONSE("first_response", "first_response_at"),
    RESOLUTION("resolution", "resolved_at");

    private final String column;
    private final String at;

    Measure(String column, String at) {
        this.column = column;
        this.at = at;
    }

    /** The column without clock and unit. */
    String column() {
        return column;
    }

    /** The column of the instant. */
    String at() {
        return at;
    }
}
