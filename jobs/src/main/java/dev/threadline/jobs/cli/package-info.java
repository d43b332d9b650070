/** The command line of the jobs: ingest, build, run. */
@org.jspecify.annotations.NullMarked
package dev.threadline.jobs.cli;
