package dev.threadline.jobs.publish;

import dev.threadline.ingestion.warehouse.Warehouse;
import dev.threadline.jobs.audit.Audit;
import dev.threadline.jobs.audit.AuditFailure;
import dev.threadline.jobs.config.Configuration;
import dev.threadline.jobs.metric.Glossary;
import dev.threadline.jobs.pipeline.Built;
import dev.threadline.jobs.pipeline.increment.IncrementJob;
import dev.threadline.jobs.pipeline.increment.table.RowsOfChange;
import dev.threadline.jobs.pipeline.progress.Progress;
import dev.threadline.jobs.publication.Publication;
import java.util.List;
import java.util.Optional;

/** Decides whether the last publication can be brought up to date instead of building everything, and does so. */
final class Increments {

    /** A smaller log is built from the beginning in the time that finding out what changed takes. */
    private static final long RECORDS_WORTH_IT = 1_000_000;

    /** Where more threads than this share of the conversations may have changed, a build of everything is quicker. */
    private static final double MOST_CHANGED = 0.3;

    private final Warehouse warehouse;
    private final Configuration configuration;
    private final Progress progress;

    Increments(Warehouse warehouse, Configuration configuration, Progress progress) {
        this.warehouse = warehouse;
        this.configuration = configuration;
        this.progress = progress;
    }

    /** What was built; none if everything is to be built. */
    Optional<Audited> build(
            PublishJob.Request request, Optional<Publication> last, long messagesVersion, long records, long asOf) {
        if (last.isEmpty()
                || request.extent() == BuildExtent.EVERYTHING
                || (request.extent() == BuildExtent.AS_NEEDED && records < RECORDS_WORTH_IT)) {
            return Optional.empty();
        }
        Optional<String> reason = reasonForEverything(last.get(), asOf);
        if (reason.isPresent()) {
            progress.step("everything is built: " + reason.get());
            return Optional.empty();
        }
        String scratch = IncrementJob.SCRATCH + '/' + request.runId();
        try {
            Optional<IncrementJob.Built> built = new IncrementJob(
                            warehouse, configuration, last.get(), scratch, progress)
                    .run(mostChanged(request.extent()), messagesVersion, records, asOf);
            if (built.isEmpty()) {
                progress.step("everything is built: so much changed that this is quicker");
            }
            return built.map(changed -> audited(changed, request));
        } finally {
            warehouse.deleteScratch(scratch);
        }
    }

    private static double mostChanged(BuildExtent extent) {
        return extent == BuildExtent.CHANGES ? Double.POSITIVE_INFINITY : MOST_CHANGED;
    }

    private Audited audited(IncrementJob.Built built, PublishJob.Request request) {
        RowsOfChange changes = built.changes();
        List<Audit.Finding> findings =
                new Audit(warehouse.spark()).checkChange(changes::added, changes::removed, changes.records());
        AuditFailure.throwIfBroken(findings);
        progress.step("audit");
        new RestatementsJob(warehouse).run(Optional.of(changes::removed), changes::added, built.versions(), request);
        return new Audited(new Built(built.versions(), built.counts(), changes.counts()), findings);
    }

    private Optional<String> reasonForEverything(Publication last, long asOf) {
        if (!last.fingerprint().equals(configuration.effective().fingerprint())) {
            return Optional.of("the configuration changed");
        }
        if (!last.definitionVersion().equals(Glossary.DEFINITION_VERSION)) {
            return Optional.of("the definitions changed");
        }
        if (asOf < last.asOf()) {
            return Optional.of("as-of is before that of the last publication");
        }
        return Optional.empty();
    }
}
