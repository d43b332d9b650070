package dev.threadline.ingestion.intake;

import dev.threadline.ingestion.IngestionErrors;
import dev.threadline.ingestion.MappingErrors;
import dev.threadline.ingestion.SparkFailures;
import dev.threadline.ingestion.UserError;
import dev.threadline.ingestion.erasure.ErasedRecords;
import dev.threadline.ingestion.message.MessageRecords;
import dev.threadline.ingestion.message.MessageWriter;
import dev.threadline.ingestion.message.MessageWriter.Written;
import dev.threadline.ingestion.message.Refused;
import dev.threadline.ingestion.message.RejectReasons;
import dev.threadline.ingestion.message.RejectWriter;
import dev.threadline.ingestion.message.RetriedRejects;
import dev.threadline.ingestion.message.StagedRecords;
import dev.threadline.ingestion.source.mapping.SourceMapping;
import dev.threadline.ingestion.source.mapping.StoredRecords;
import dev.threadline.ingestion.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Tries refused records again, after their mapping was mended: comes to what taking their files in again would come to.
 *
 * <p>Messages are written before the rejects change, and copies of a message are one message: after a crash between the
 * two the same records are tried once more, and nothing is doubled or lost.
 */
public final class ReadmitJob {

    private final Warehouse warehouse;
    private final Configuration hadoop;
    private final RejectWriter rejects;

    public ReadmitJob(Warehouse warehouse) {
        this.warehouse = warehouse;
        this.hadoop = warehouse.spark().sessionState().newHadoopConf();
        this.rejects = new RejectWriter(warehouse);
    }

    /** Runs; a user error if the mapping cannot be read or does not fit the records, or the warehouse not be written. */
    public IngestReport run(ReadmitRequest request) {
        try {
            Optional<SourceMapping> given = request.mapping().map(named -> SourceMapping.find(hadoop, named));
            List<RetriedRejects> found = RetriedRejects.find(warehouse, request.reason(), given);
            if (found.isEmpty() && request.reason().isPresent()) {
                return none(request.reason().get());
            }
            List<IngestReport> reports = new ArrayList<>();
            for (RetriedRejects retried : found) {
                reports.add(retry(request, retried, given));
            }
            return reports.stream().reduce(IngestReport.nothing(), IngestReport::and);
        } catch (Exception failure) {
            throw SparkFailures.explained(failure, warehouse.root());
        }
    }

    /** An earlier version may have had other reasons, so one is unknown only where no record has it. */
    private static IngestReport none(String reason) {
        if (!RejectReasons.codes().contains(reason)) {
            throw IngestionErrors.unknownReason(reason, RejectReasons.codes());
        }
        return IngestReport.nothing("nothing was tried again: no record that could be is refused for " + reason);
    }

    /** Of several mappings one that is gone, or does not fit, leaves its records where they are. */
    private IngestReport retry(ReadmitRequest request, RetriedRejects retried, Optional<SourceMapping> given) {
        if (given.isPresent()) {
            return take(request, retried, given.get());
        }
        try {
            return take(request, retried, SourceMapping.find(hadoop, retried.mapping()));
        } catch (UserError unusable) {
            return IngestReport.nothing("not tried again: " + unusable.getMessage());
        }
    }

    private IngestReport take(ReadmitRequest request, RetriedRejects retried, SourceMapping mapping) {
        Dataset<Row> records = retried.records().persist();
        try {
            Dataset<Row> validated =
                    MessageRecords.validated(StoredRecords.mapped(records, mapping), mapping, request.now());
            long followed = RetriedRejects.followed(validated)
                    .orElseThrow(() -> MappingErrors.mappingLosesRecords(mapping.locator()));
            RetriedRejects.Extent tried = RetriedRejects.extent(records);
            ErasedRecords erased = ErasedRecords.of(warehouse);
            StagedRecords staged = StagedRecords.stage(erased.refuse(validated), erased.seen(), tried.textBytes());
            List<Refused> refused = rejects.tally(staged);
            Written written = new MessageWriter(warehouse).write(staged, request.runId(), request.now());
            rejects.replace(retried, records, staged, mapping, request.runId(), request.now());
            return Outcome.retried(written, refused).report(notes(mapping, tried.records() - followed));
        } catch (Exception failure) {
            Optional<UserError> ofMapping = IngestJob.ofMapping(failure, mapping.locator());
            if (ofMapping.isPresent()) {
                throw ofMapping.get();
            }
            throw failure;
        } finally {
            records.unpersist();
        }
    }

    private static List<String> notes(SourceMapping mapping, long passedOver) {
        return passedOver == 0
                ? List.of()
                : List.of(passedOver + " records are none any more by the mapping " + mapping.locator()
                        + ", which passes over them; they left the rejects");
    }
}
