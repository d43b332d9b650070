package dev.threadline.jobs.metric;

import dev.threadline.ingestion.warehouse.Table;

/**
 * A metric as the glossary explains it: one row of {@code metric_definitions}.
 *
 * @param metric short name, stable
 * @param title as a reader is shown it
 * @param definition what it means, in one or two sentences
 * @param formula how it is computed over the column
 * @param unit {@code ms}, {@code count}, {@code share} or {@code ratio}
 * @param example a log and what comes out
 * @param tableName where it is found
 * @param columnName likewise
 */
public record MetricDefinition(
        String metric,
        String title,
        String definition,
        String formula,
        String unit,
        String example,
        String tableName,
        String columnName) {

    /** The table {@code metric_definitions}. */
    public static final Table<MetricDefinition> TABLE = Table.<MetricDefinition>named(
                    "metric_definitions", "One row per metric")
            .key("metric")
            .string("metric", "Short name", MetricDefinition::metric)
            .string("title", "Name as shown", MetricDefinition::title)
            .string("definition", "What it means", MetricDefinition::definition)
            .string("formula", "How it is computed", MetricDefinition::formula)
            .string("unit", "ms, count, share or ratio", MetricDefinition::unit)
            .string("example", "A log and what comes out", MetricDefinition::example)
            .string("table_name", "Table it is found in", MetricDefinition::tableName)
            .string("column_name", "Column it is found in", MetricDefinition::columnName)
            .build();
}
