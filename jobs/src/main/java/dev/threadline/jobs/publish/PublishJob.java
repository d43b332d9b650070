package dev.threadline.jobs.publish;

import dev.threadline.ingestion.message.MessagesTable;
import dev.threadline.ingestion.message.RejectedRecordsTable;
import dev.threadline.ingestion.warehouse.Table;
import dev.threadline.ingestion.warehouse.TableVersion;
import dev.threadline.ingestion.warehouse.Warehouse;
import dev.threadline.jobs.JobErrors;
import dev.threadline.jobs.audit.Audit;
import dev.threadline.jobs.audit.AuditFailure;
import dev.threadline.jobs.config.Configuration;
import dev.threadline.jobs.metric.Glossary;
import dev.threadline.jobs.pipeline.BuildJob;
import dev.threadline.jobs.pipeline.Built;
import dev.threadline.jobs.pipeline.RowCounts;
import dev.threadline.jobs.pipeline.input.MessageDifference;
import dev.threadline.jobs.pipeline.progress.Progress;
import dev.threadline.jobs.publication.Publication;
import dev.threadline.jobs.publication.Publications;
import dev.threadline.jobs.publication.Rollback;
import dev.threadline.jobs.publication.TableVersions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Write, audit, publish: builds the tables, checks the laws on them, and only then lets readers see them. */
public final class PublishJob {

    private static final Instant FOR_EVER = Instant.parse("9999-12-31T23:59:59Z");

    private final Warehouse warehouse;
    private final Configuration configuration;
    private final Progress progress;
    private final Publications publications;

    public PublishJob(Warehouse warehouse, Configuration configuration, Progress progress) {
        this.warehouse = warehouse;
        this.configuration = configuration;
        this.progress = progress;
        this.publications = new Publications(warehouse);
    }

    /**
     * What is to be built.
     *
     * @param clock tells the time, for when the publication is made
     * @param asOf up to when records are read; none for the newest in the warehouse
     * @param extent how much is built
     * @param version of Threadline
     */
    public record Request(
            String runId, Supplier<Instant> clock, Optional<Instant> asOf, BuildExtent extent, String version) {}

    /**
     * The publication that readers see now.
     *
     * @param fresh whether it was made by this run; not if there was nothing new to publish
     * @param rows that came and went for it in this run
     * @param audit what its laws came to
     */
    public record Result(Publication publication, boolean fresh, RowCounts rows, List<Audit.Finding> audit) {}

    /**
     * What was built from the beginning and passed its audit, before anybody sees it.
     *
     * @param shown what readers see; none if nothing was published yet
     * @param versions the tables that were built
     */
    public record Candidate(Optional<Publication> shown, TableVersions versions) {}

    /** Builds and publishes, unless the newest publication already says what this one would. */
    public Result run(Request request) {
        // Before the messages are looked at: whoever publishes from then on takes the number of this one, which fails.
        Optional<Publication> newest = publications.newest();
        Extent extent = extent(request.asOf());
        boolean asNeeded = request.extent() != BuildExtent.EVERYTHING;
        if (newest.isPresent() && asNeeded && (isUpToDate(newest.get(), extent) || wasRolledBackFrom(extent))) {
            return new Result(newest.get(), false, RowCounts.NONE, List.of());
        }
        Audited built = new Increments(warehouse, configuration, progress)
                .build(request, newest, extent.messagesVersion(), extent.records(), extent.asOf())
                .orElseGet(() -> everything(newest, request, extent, candidate -> {}));
        return publish(request, newest, extent, built);
    }

    /**
     * Builds everything, whatever is published, and publishes it.
     *
     * @param gate what was built goes through it, and no further if it throws
     */
    public Result rebuild(Request request, Consumer<Candidate> gate) {
        Optional<Publication> newest = publications.newest();
        Extent extent = extent(request.asOf());
        return publish(request, newest, extent, everything(newest, request, extent, gate));
    }

    private Result publish(Request request, Optional<Publication> newest, Extent extent, Audited audited) {
        Built built = audited.built();
        TableVersions versions = built.versions();
        versions.put(MessagesTable.TABLE, extent.messagesVersion());
        if (warehouse.has(RejectedRecordsTable.TABLE)) {
            versions.put(RejectedRecordsTable.TABLE, warehouse.version(RejectedRecordsTable.TABLE));
        }
        Publication publication = publication(request, newest, extent.asOf(), built);
        publications.add(publication);
        return new Result(publication, true, built.rows(), audited.findings());
    }

    private Audited everything(Optional<Publication> newest, Request request, Extent extent, Consumer<Candidate> gate) {
        Dataset<Row> messages = warehouse
                .readAt(MessagesTable.TABLE, extent.messagesVersion())
                .where(functions.col("sent_at").leq(functions.lit(Instant.ofEpochMilli(extent.asOf()))));
        Built built = new BuildJob(warehouse, configuration, progress).run(messages, extent.records(), extent.asOf());
        Function<Table<?>, Dataset<Row>> tables = table -> built.versions().read(warehouse, table);
        List<Audit.Finding> findings = new Audit(warehouse.spark()).check(tables, extent.records());
        AuditFailure.throwIfBroken(findings);
        progress.step("audit");
        gate.accept(new Candidate(newest, built.versions()));
        new RestatementsJob(warehouse)
                .run(
                        newest.map(before -> table -> before.tableVersions().read(warehouse, table)),
                        tables,
                        built.versions(),
                        request);
        return new Audited(built, findings);
    }

    /** Whether readers saw all that is there now, and somebody went back from it on purpose. */
    private boolean wasRolledBackFrom(Extent extent) {
        List<Publication> all = publications.all();
        return Rollback.isShown(all)
                && all.stream()
                        .filter(publication -> publication.tableVersions().has(MessagesTable.TABLE))
                        .filter(publication -> isOfSameKind(publication, extent))
                        .anyMatch(publication -> MessageDifference.isNone(
                                warehouse,
                                publication.tableVersions().of(MessagesTable.TABLE),
                                extent.messagesVersion()));
    }

    private boolean isUpToDate(Publication newest, Extent extent) {
        return isOfSameKind(newest, extent)
                && warehouse.haveSameFiles(
                        MessagesTable.TABLE, newest.tableVersions().of(MessagesTable.TABLE), extent.messagesVersion());
    }

    private boolean isOfSameKind(Publication publication, Extent extent) {
        return publication.asOf() == extent.asOf()
                && publication.messages() == extent.records()
                && publication.definitionVersion().equals(Glossary.DEFINITION_VERSION)
                && publication.fingerprint().equals(configuration.effective().fingerprint());
    }

    private record Extent(long messagesVersion, long records, long asOf) {}

    private Extent extent(Optional<Instant> asOf) {
        if (!warehouse.has(MessagesTable.TABLE)) {
            throw JobErrors.nothingIngested(warehouse.root());
        }
        TableVersion messages = warehouse.at(MessagesTable.TABLE, warehouse.version(MessagesTable.TABLE));
        TableVersion.Extent extent = asOf.map(until -> counted(messages, until))
                .orElseGet(() -> messages.extent(MessagesTable.SENT_AT).or(() -> counted(messages, FOR_EVER)))
                .orElseThrow(() -> JobErrors.nothingToBuild(warehouse.root(), asOf));
        return new Extent(
                messages.version(), extent.rows(), asOf.orElse(extent.newest()).toEpochMilli());
    }

    private static Optional<TableVersion.Extent> counted(TableVersion messages, Instant until) {
        Column sentAt = functions.col(MessagesTable.SENT_AT);
        Row row = messages.rows()
                .where(sentAt.leq(functions.lit(until)))
                .agg(functions.count(functions.lit(1)), functions.max(sentAt))
                .head();
        return row.isNullAt(1)
                ? Optional.empty()
                : Optional.of(new TableVersion.Extent(row.getLong(0), row.getInstant(1)));
    }

    private Publication publication(Request request, Optional<Publication> newest, long asOf, Built built) {
        return new Publication(
                newest.map(before -> before.publicationId() + 1).orElse(1L),
                request.clock().get().toEpochMilli(),
                request.runId(),
                asOf,
                Glossary.DEFINITION_VERSION,
                configuration.reportZone().getId(),
                configuration.policy().key(),
                configuration.effective().json(),
                configuration.effective().fingerprint(),
                built.versions(),
                built.counts().records(),
                built.counts().conversations(),
                built.counts().unattached(),
                request.version());
    }
}
