package dev.threadline.jobs.pipeline;

import dev.threadline.jobs.publication.TableVersions;

/**
 * What a build wrote.
 *
 * @param versions the Delta version of each table
 * @param counts of all that the tables hold
 * @param rows that came and went
 */
public record Built(TableVersions versions, BuiltThreads.Counts counts, RowCounts rows) {}
