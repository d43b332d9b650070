package dev.threadline.dashboard.warehouse;

/** How some readers see every table. */
public interface Lens {

    /** The schema that its views stand in. */
    String schema();

    /** The SELECT that takes a table's place; a table that it does not know must come out empty, or harmless. */
    String select(PinnedTable table);
}
