package dev.threadline.dashboard.query;

/** Which time a duration counts: all of it, or the part in opening hours. Chooses a column and its twin. */
public enum Clock {
    WALL(""),
    BUSINESS("_business");

    private final String columnInfix;

    Clock(String columnInfix) {
        this.columnInfix = columnInfix;
    }

    /** What stands between a metric's name and {@code _ms} in its column. */
    public String columnInfix() {
        return columnInfix;
    }
}
