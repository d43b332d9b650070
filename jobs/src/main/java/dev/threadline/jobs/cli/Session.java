package dev.threadline.jobs.cli;

import dev.threadline.ingestion.IngestionErrors;
import dev.threadline.ingestion.UserError;
import dev.threadline.ingestion.intake.IngestJob;
import dev.threadline.ingestion.intake.IngestReport;
import dev.threadline.ingestion.intake.IngestRequest;
import dev.threadline.ingestion.warehouse.SparkSessions;
import dev.threadline.ingestion.warehouse.TableWriter;
import dev.threadline.ingestion.warehouse.Warehouse;
import dev.threadline.jobs.config.Configuration;
import dev.threadline.jobs.pipeline.BuildExtent;
import dev.threadline.jobs.pipeline.PublishJob;
import dev.threadline.jobs.publication.Publication;
import dev.threadline.jobs.publication.Rollback;
import dev.threadline.jobs.run.Run;
import dev.threadline.jobs.run.RunsTable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.apache.hadoop.fs.FSError;
import org.jspecify.annotations.Nullable;

/** One run of a command on a warehouse: does what is asked, says so, and notes it in {@code runs}. */
final class Session {

    private final String command;
    private final Configuration configuration;
    private final Instant startedAt;
    private final String runId;
    private final Console console;
    private final Warehouse warehouse;

    private Session(String command, Configuration configuration, Instant startedAt, Warehouse warehouse) {
        this.command = command;
        this.configuration = configuration;
        this.startedAt = startedAt;
        this.runId =
                startedAt.toEpochMilli() + "-" + UUID.randomUUID().toString().substring(0, 8);
        this.console = new Console(startedAt);
        this.warehouse = warehouse;
    }

    static Session open(String command, WarehouseOptions options) {
        Instant startedAt = Instant.now();
        Configuration configuration = options.configuration();
        Warehouse warehouse = new Warehouse(SparkSessions.start(options.sparkSettings()), configuration.warehouse());
        return new Session(command, configuration, startedAt, warehouse);
    }

    /** Does the parts that are asked for; returns the exit code. */
    int run(Optional<IngestOptions> ingest, Optional<BuildOptions> build) {
        IngestReport report = null;
        try {
            Optional<Instant> asOf = build.flatMap(BuildOptions::asOf);
            report = ingest.map(this::ingest).orElse(null);
            if (report != null && report.state() == IngestReport.State.REFUSED) {
                String refusal = console.refusal(report, configuration);
                note(report, Run.State.REFUSED, null, refusal);
                return Failures.USERS;
            }
            Long publication = build.isPresent() ? publish(asOf, build.get().extent()) : null;
            note(report, Run.State.DONE, publication, null);
            return 0;
        } catch (Exception | FSError failure) {
            RuntimeException explained = IngestionErrors.explained(failure, warehouse.root());
            noteFailure(report, explained instanceof UserError ? Run.State.REFUSED : Run.State.FAILED, explained);
            throw explained;
        }
    }

    /** Publishes an earlier publication's tables again; returns the exit code. */
    int rollBack(OptionalLong to) {
        Publication published =
                new Rollback(warehouse).run(to, runId, Instant.now().toEpochMilli());
        note(null, Run.State.DONE, published.publicationId(), null);
        console.rolledBack(published);
        return 0;
    }

    private IngestReport ingest(IngestOptions options) {
        IngestReport report = new IngestJob(warehouse)
                .run(new IngestRequest(
                        options.inputs,
                        options.source,
                        startedAt,
                        runId,
                        options.again,
                        configuration.maxRejects().share()));
        console.ingested(report);
        return report;
    }

    private long publish(Optional<Instant> asOf, BuildExtent extent) {
        PublishJob.Result result = new PublishJob(warehouse, configuration, console::step)
                .run(new PublishJob.Request(runId, Instant::now, asOf, extent, Version.current()));
        console.published(result, warehouse.root());
        return result.publication().publicationId();
    }

    /** A run whose failure cannot even be noted (a full disk, a folder without rights) still reports the failure. */
    private void noteFailure(@Nullable IngestReport report, Run.State state, RuntimeException failure) {
        try {
            note(report, state, null, failure instanceof UserError ? failure.getMessage() : failure.toString());
        } catch (RuntimeException | FSError notNoted) {
            failure.addSuppressed(notNoted);
        }
    }

    private void note(
            @Nullable IngestReport report, Run.State state, @Nullable Long publicationId, @Nullable String error) {
        new TableWriter(warehouse)
                .append(
                        RunsTable.TABLE,
                        List.of(new Run(
                                runId,
                                command,
                                state,
                                startedAt.toEpochMilli(),
                                Instant.now().toEpochMilli(),
                                report == null ? 0 : report.filesTaken(),
                                report == null ? 0 : report.read(),
                                report == null ? 0 : report.accepted(),
                                report == null ? 0 : report.duplicates(),
                                report == null ? 0 : report.rejected(),
                                publicationId,
                                error,
                                Version.current())));
    }
}
