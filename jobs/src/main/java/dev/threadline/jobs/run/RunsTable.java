package dev.threadline.jobs.run;

import dev.threadline.ingestion.warehouse.Table;

/** The table {@code runs}: history, so it is read at its newest version. */
public final class RunsTable {

    public static final Table<Run> TABLE = Table.<Run>named("runs", "One row per run that finished")
            .key("run_id")
            .string("run_id", "The run", Run::runId)
            .string("command", "ingest, build, run, rebuild, readmit, publish, maintain, forget", Run::command)
            .string("state", "done, failed or refused", run -> run.state().code())
            .instant("started_at", "When it began", Run::startedAt)
            .instant("finished_at", "When it ended", Run::finishedAt)
            .count("files", "Files taken in", Run::files)
            .whole("read", "Records read: accepted + duplicates + rejected", Run::read)
            .whole("accepted", "Records that were new", Run::accepted)
            .whole("duplicates", "Copies of records known before or in the same run", Run::duplicates)
            .whole("rejected", "Records refused", Run::rejected)
            .whole("publication_id", "What it published", Run::publicationId)
            .string("error", "What went wrong", Run::error)
            .string("version", "Version of Threadline", Run::version)
            .wholeByName("rows_added", "Rows that a build wrote, by table", Run::rowsAdded)
            .wholeByName("rows_removed", "Rows it took away, by table; empty if it built everything", Run::rowsRemoved)
            .wholeByName(
                    "audit",
                    "By law, the sum that its two sides came to; of a build of what changed, how much they changed",
                    Run::audit)
            .build();

    private RunsTable() {}
}
