package dev.threadline.jobs.cli.session;

import dev.threadline.ingestion.intake.IngestReport;
import dev.threadline.ingestion.warehouse.Vacuum;
import dev.threadline.jobs.erasure.Receipt;
import dev.threadline.jobs.maintenance.MaintainJob;
import dev.threadline.jobs.pipeline.progress.Progress;
import dev.threadline.jobs.publication.Publication;
import dev.threadline.jobs.publish.PublishJob;
import dev.threadline.jobs.rebuild.Comparison;
import dev.threadline.jobs.run.RunNotes;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Says what a run does to the person who waits, and notes it for the report. */
final class RunLog implements Progress {

    private final RunNotes notes;
    private final Console console;

    RunLog(RunNotes notes) {
        this.notes = notes;
        this.console = new Console(notes.startedAt());
    }

    @Override
    public void step(String what) {
        console.step(what);
        notes.step(what, Instant.now());
    }

    @Override
    public void underway(String howFar) {
        console.step(howFar);
    }

    void ingested(IngestReport report) {
        note("ingest", report);
        console.ingested(report);
    }

    void readmitted(IngestReport report) {
        note("readmit", report);
        console.readmitted(report);
    }

    void published(PublishJob.Result result, String warehouse) {
        note(result.publication());
        if (result.fresh()) {
            Map<String, Long> audit = new TreeMap<>();
            result.audit().forEach(finding -> audit.put(finding.law(), finding.sum()));
            notes.build(new RunNotes.Build(
                    new TreeMap<>(result.rows().added()),
                    new TreeMap<>(result.rows().removed()),
                    audit));
        }
        console.published(result, warehouse);
    }

    void compared(Comparison comparison) {
        notes.step("comparison", Instant.now());
        notes.count("figures_changed", comparison.changed().size());
        console.compared(comparison);
    }

    void rolledBack(Publication published) {
        note(published);
        console.rolledBack(published);
    }

    private void note(String step, IngestReport report) {
        notes.step(step, Instant.now());
        notes.intake(new RunNotes.Intake(
                report.filesTaken(), report.read(), report.accepted(), report.duplicates(), report.rejected()));
        notes.count("rejected_by_reason", report.rejectedByReason());
        notes.count("readmitted", report.readmitted());
        notes.count("files_unchanged", report.filesUnchanged());
        report.notes().forEach(notes::warning);
    }

    void maintained(MaintainJob.Done done) {
        done.published().ifPresent(this::note);
        notes.count("texts_removed", done.texts());
        notes.count("small_files_before", done.joined().filesBefore());
        notes.count("small_files_after", done.joined().filesAfter());
        notes.count("publications_retired", done.retired().size());
        note(done.freed());
        console.maintained(done);
    }

    void forgot(Receipt receipt, Path file, Optional<Publication> shown) {
        shown.ifPresent(this::note);
        notes.count("customers", receipt.customers().size());
        notes.count("messages_erased", receipt.messages());
        notes.count("rejected_records_erased", receipt.rejects());
        notes.count("publications_reduced", receipt.reduced().size());
        note(receipt.freed());
        if (Boolean.FALSE.equals(receipt.numbersUnchanged())) {
            notes.warning("numbers changed: names of two threads left no room to keep the order of one instant");
        }
        if (receipt.unknown() > 0) {
            notes.warning(receipt.unknown() + " of the ids are in no message");
        }
        if (receipt.showsMore()) {
            notes.warning("readers saw tables without all messages, and see them all now");
        }
        if (!receipt.isComplete()) {
            notes.warning(
                    "files that no table holds yet were left, a run may be at work on them: run ./threadline maintain"
                            + " in a day, or repeat with --exclusive when no other run is at work");
        }
        console.forgot(receipt, file);
    }

    private void note(Vacuum.Freed freed) {
        notes.count("files_before", freed.filesBefore());
        notes.count("files_after", freed.filesBefore() - freed.files());
        notes.count("bytes_before", freed.bytesBefore());
        notes.count("bytes_freed", freed.bytes());
        notes.count("unfinished_files", freed.unfinished());
    }

    private void note(Publication publication) {
        notes.step("publish", Instant.now());
        notes.publication(publication.publicationId(), Instant.ofEpochMilli(publication.asOf()));
        notes.count("records", publication.messages());
        notes.count("conversations", publication.conversations());
        notes.count("unattached", publication.unattached());
    }
}
