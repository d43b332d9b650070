package dev.threadline.jobs.cli.session;

import dev.threadline.ingestion.SparkFailures;
import dev.threadline.ingestion.UserError;
import dev.threadline.ingestion.intake.IngestJob;
import dev.threadline.ingestion.intake.IngestReport;
import dev.threadline.ingestion.intake.IngestRequest;
import dev.threadline.ingestion.intake.ReadmitJob;
import dev.threadline.ingestion.intake.ReadmitRequest;
import dev.threadline.ingestion.message.MessagesTable;
import dev.threadline.ingestion.message.RejectedRecordsTable;
import dev.threadline.ingestion.warehouse.SparkSessions;
import dev.threadline.ingestion.warehouse.TableWriter;
import dev.threadline.ingestion.warehouse.Warehouse;
import dev.threadline.jobs.JobErrors;
import dev.threadline.jobs.cli.option.IngestOptions;
import dev.threadline.jobs.cli.option.RunOptions;
import dev.threadline.jobs.config.Configuration;
import dev.threadline.jobs.erasure.ForgetJob;
import dev.threadline.jobs.erasure.Receipt;
import dev.threadline.jobs.erasure.ReceiptJson;
import dev.threadline.jobs.maintenance.MaintainJob;
import dev.threadline.jobs.maintenance.WarehouseTables;
import dev.threadline.jobs.metric.Glossary;
import dev.threadline.jobs.publication.Publication;
import dev.threadline.jobs.publication.Publications;
import dev.threadline.jobs.publication.PublicationsTable;
import dev.threadline.jobs.publication.Rollback;
import dev.threadline.jobs.publish.BuildExtent;
import dev.threadline.jobs.publish.PublishJob;
import dev.threadline.jobs.rebuild.ComparisonJob;
import dev.threadline.jobs.run.Run;
import dev.threadline.jobs.run.RunNotes;
import dev.threadline.jobs.run.RunReport;
import dev.threadline.jobs.run.RunReportJson;
import dev.threadline.jobs.run.RunsTable;
import dev.threadline.jobs.run.WholeFile;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.hadoop.fs.FSError;
import org.jspecify.annotations.Nullable;

/** One run of a command on a warehouse: does what is asked, says so, notes it in {@code runs} and in its report. */
public final class Session {

    private final RunNotes notes;
    private final RunLog log;
    private final Configuration configuration;
    private final Warehouse warehouse;

    private Session(RunNotes notes, RunOptions options) {
        this.notes = notes;
        this.log = new RunLog(notes);
        this.configuration = options.warehouse().configuration();
        this.warehouse = new Warehouse(
                SparkSessions.start(options.warehouse().sparkSettings(configuration)), configuration.warehouse());
    }

    /**
     * Does the work of a command, and notes how it ended: in {@code runs}, and in the report if one is wanted.
     *
     * @param command the name it is noted by
     * @return the exit code of a command that came to its end: 0
     * @throws RuntimeException what the work failed with, explained where we know what it means
     */
    public static int run(String command, RunOptions options, Consumer<Session> work) {
        return run(command, options, session -> {}, work);
    }

    /**
     * The same for a command that makes no warehouse: where there is none, which is mostly a mistyped one, that is a user error
     * and nothing is written.
     */
    public static int runOnTables(String command, RunOptions options, Consumer<Session> work) {
        return run(command, options, Session::requireTables, work);
    }

    private static int run(String command, RunOptions options, Consumer<Session> condition, Consumer<Session> work) {
        Optional<WholeFile> report = options.reportFile();
        Instant startedAt = Instant.now();
        String runId =
                startedAt.toEpochMilli() + "-" + UUID.randomUUID().toString().substring(0, 8);
        RunNotes notes = new RunNotes(runId, command, startedAt);
        Session session = null;
        try {
            Session opened = new Session(notes, options);
            condition.accept(opened);
            session = opened;
            work.accept(session);
            session.note(Run.State.DONE, null);
            write(report, session, notes, new RunReport.Ending(Run.State.DONE, 0, Instant.now(), null));
            return 0;
        } catch (Exception | FSError failure) {
            RuntimeException explained = SparkFailures.explained(failure, session == null ? "" : session.where());
            fail(report, session, notes, explained);
            throw explained;
        }
    }

    /** Begins to read what most runs come to need, in the order they do. */
    public void lookAhead() {
        warehouse.lookAhead(RejectedRecordsTable.TABLE, MessagesTable.TABLE, PublicationsTable.TABLE);
    }

    /** Takes logs in; a user error if too many records had to be refused. */
    public void ingest(IngestOptions options) {
        IngestReport report = new IngestJob(warehouse)
                .run(new IngestRequest(
                        options.inputs(),
                        options.source(),
                        notes.startedAt(),
                        notes.runId(),
                        options.again(),
                        configuration.maxRejects().share()));
        log.ingested(report);
        if (report.state() == IngestReport.State.REFUSED) {
            throw JobErrors.tooManyRejects(report, configuration.maxRejects(), Optional.of(where()));
        }
    }

    /**
     * Tries refused records again; a user error if the mapping cannot be read or does not fit them.
     *
     * @param mapping only what a mapping of this name refused, read by this one; without it all, each by its own
     * @param reason only what was refused for it
     */
    public void readmit(Optional<String> mapping, Optional<String> reason) {
        log.readmitted(
                new ReadmitJob(warehouse).run(new ReadmitRequest(mapping, reason, notes.startedAt(), notes.runId())));
    }

    /**
     * Builds, audits and publishes; a user error if there are no messages until then.
     *
     * @param asOf later records are not read; without it the newest message says when it is
     */
    public void publish(Optional<Instant> asOf, BuildExtent extent) {
        log.published(build(asOf, extent), where());
    }

    /**
     * Builds everything, shows what readers would see change from a day on, and publishes if that is wanted; a user error if
     * it is not, or if nothing was published before.
     *
     * @param from the first day compared, in the report zone
     */
    public void rebuild(LocalDate from, Approval approval) {
        if (new Publications(warehouse).newest().isEmpty()) {
            throw JobErrors.nothingToCompare(where());
        }
        PublishJob.Result result = new PublishJob(warehouse, configuration, log)
                .rebuild(request(Optional.empty(), BuildExtent.EVERYTHING), candidate -> {
                    log.compared(new ComparisonJob(warehouse)
                            .run(
                                    from,
                                    candidate.shown().orElseThrow(),
                                    candidate.versions(),
                                    configuration.reportZone()));
                    approval.get();
                });
        log.published(result, where());
    }

    private PublishJob.Result build(Optional<Instant> asOf, BuildExtent extent) {
        return new PublishJob(warehouse, configuration, log).run(request(asOf, extent));
    }

    private PublishJob.Request request(Optional<Instant> asOf, BuildExtent extent) {
        return new PublishJob.Request(notes.runId(), Instant::now, asOf, extent, Version.current());
    }

    /**
     * Forgets customers, and writes what was removed to the file chosen for it, or to one of its own; a user error under
     * other settings than those that the newest publication was made under.
     *
     * @param customers their ids
     * @param source only this source's customers of these ids
     * @param exclusive whether no other run is at work on the warehouse
     */
    public void forget(List<String> customers, Optional<String> source, boolean exclusive, Optional<WholeFile> chosen) {
        WholeFile file = chosen.orElseGet(() -> new WholeFile(Path.of("forget-" + notes.runId() + ".json")));
        new Publications(warehouse).newest().ifPresent(this::refuseOtherSettings);
        Receipt receipt = new ForgetJob(
                        warehouse, asOf -> build(asOf, BuildExtent.AS_NEEDED).publication(), log)
                .run(new ForgetJob.Request(customers, source, exclusive, notes.runId(), notes.startedAt()));
        file.write(ReceiptJson.of(receipt), notes.runId());
        log.forgot(receipt, file.path(), new Publications(warehouse).newest());
    }

    /** To forget is to build anew: under other settings numbers would change. */
    private void refuseOtherSettings(Publication shown) {
        if (!shown.fingerprint().equals(configuration.effective().fingerprint())
                || !shown.definitionVersion().equals(Glossary.DEFINITION_VERSION)) {
            throw JobErrors.forgetsUnderOtherSettings(shown.publicationId());
        }
    }

    /**
     * Publishes an earlier publication's tables again; a user error if they are not there.
     *
     * @param to the number of the publication; without it the last one with other tables than those shown now
     */
    public void rollBack(OptionalLong to) {
        log.rolledBack(
                new Rollback(warehouse).run(to, notes.runId(), Instant.now().toEpochMilli()));
    }

    /** Joins small files, and gives up what is kept no longer. */
    public void maintain() {
        log.maintained(
                new MaintainJob(warehouse, configuration.retention(), log).run(notes.runId(), notes.startedAt()));
    }

    private void requireTables() {
        if (WarehouseTables.all().stream().noneMatch(warehouse::has)) {
            throw JobErrors.noWarehouse(where());
        }
    }

    private String where() {
        return warehouse.root();
    }

    /** A run whose failure cannot even be noted (a full disk, a folder without rights) still reports the failure. */
    private static void fail(
            Optional<WholeFile> report, @Nullable Session session, RunNotes notes, RuntimeException failure) {
        Run.State state = Failures.state(failure);
        String error = Failures.inOneLine(failure);
        try {
            if (session != null) {
                session.note(state, error);
            }
        } catch (RuntimeException | FSError notNoted) {
            failure.addSuppressed(notNoted);
        }
        try {
            write(
                    report,
                    session,
                    notes,
                    new RunReport.Ending(state, Failures.exitCode(failure), Instant.now(), error));
        } catch (UserError notWritten) {
            failure.addSuppressed(notWritten);
        }
    }

    private static void write(
            Optional<WholeFile> report, @Nullable Session session, RunNotes notes, RunReport.Ending ending) {
        report.ifPresent(file -> file.write(
                RunReportJson.of(
                        notes.report(ending, session == null ? null : session.where(), Version.ofEverything())),
                notes.runId()));
    }

    private void note(Run.State state, @Nullable String error) {
        new TableWriter(warehouse)
                .append(RunsTable.TABLE, List.of(notes.run(state, Instant.now(), error, Version.current())));
    }
}
