/**
 * Users' files and how they become records. Each {@code file} is read by the package of its format ({@code csv}, {@code json},
 * {@code parquet}) into the same {@code column}s, as the view {@code raw}; a {@code mapping} is the SELECT over that view.
 */
@org.jspecify.annotations.NullMarked
package dev.threadline.ingestion.source;
