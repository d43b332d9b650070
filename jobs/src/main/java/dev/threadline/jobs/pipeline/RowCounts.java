package dev.threadline.jobs.pipeline;

import java.util.Map;

/**
 * How many rows of each table came and went with a build.
 *
 * @param removed of tables that were changed in place; empty where everything was built
 */
public record RowCounts(Map<String, Long> added, Map<String, Long> removed) {

    /** Nothing came or went. */
    public static final RowCounts NONE = new RowCounts(Map.of(), Map.of());
}
