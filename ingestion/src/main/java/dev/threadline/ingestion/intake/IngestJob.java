package dev.threadline.ingestion.intake;

import dev.threadline.ingestion.IngestionErrors;
import dev.threadline.ingestion.MappingErrors;
import dev.threadline.ingestion.SparkFailures;
import dev.threadline.ingestion.UserError;
import dev.threadline.ingestion.erasure.ErasedRecords;
import dev.threadline.ingestion.message.EarlierRejects;
import dev.threadline.ingestion.message.MessageRecords;
import dev.threadline.ingestion.message.MessageWriter;
import dev.threadline.ingestion.message.MessageWriter.Written;
import dev.threadline.ingestion.message.Refused;
import dev.threadline.ingestion.message.RejectWriter;
import dev.threadline.ingestion.message.RejectedRecordsTable;
import dev.threadline.ingestion.message.StagedRecords;
import dev.threadline.ingestion.source.file.FoundFiles;
import dev.threadline.ingestion.source.file.SourceFile;
import dev.threadline.ingestion.source.file.SourceFiles;
import dev.threadline.ingestion.source.file.SourceFormat;
import dev.threadline.ingestion.source.mapping.MappedRecords;
import dev.threadline.ingestion.source.mapping.RawRecords;
import dev.threadline.ingestion.source.mapping.SourceMapping;
import dev.threadline.ingestion.warehouse.TableWriter;
import dev.threadline.ingestion.warehouse.Warehouse;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Takes users' files into the warehouse: find, read, map, validate, merge, write.
 *
 * <p>The ledger of files is written last: whatever happens before, the next run takes the same files again and comes to
 * the same tables.
 */
public final class IngestJob {

    private final Warehouse warehouse;
    private final Configuration hadoop;
    private final RejectWriter rejects;

    public IngestJob(Warehouse warehouse) {
        this.warehouse = warehouse;
        this.hadoop = warehouse.spark().sessionState().newHadoopConf();
        this.rejects = new RejectWriter(warehouse);
    }

    /** Runs; a user error if the input or the mapping cannot be read, or the warehouse not be written. */
    public IngestReport run(IngestRequest request) {
        try {
            return ingest(request);
        } catch (Exception failure) {
            throw explained(failure, request.mapping());
        }
    }

    private RuntimeException explained(Exception failure, String mapping) {
        return ofMapping(failure, mapping)
                .map(RuntimeException.class::cast)
                .orElseGet(() -> SparkFailures.explained(failure, warehouse.root()));
    }

    /** The user error where a mapping of the user's fails on a value. */
    static Optional<UserError> ofMapping(Exception failure, String mapping) {
        return SourceMapping.BUILT_IN.contains(mapping)
                ? Optional.empty()
                : SparkFailures.ofValue(failure)
                        .map(condition -> MappingErrors.mappingFailsOnValue(mapping, condition));
    }

    private IngestReport ingest(IngestRequest request) {
        SourceMapping mapping = SourceMapping.find(hadoop, request.mapping());
        FoundFiles found = SourceFiles.find(hadoop, request.inputs());
        if (found.files().isEmpty() && !found.ignored().isEmpty()) {
            throw IngestionErrors.onlyOtherKinds(
                    request.inputs(), found.ignored().size(), SourceFormat.NAMES);
        }
        List<SourceFile> files =
                request.again() ? found.files() : IngestedFilesTable.notYetTaken(warehouse, mapping, found.files());
        EarlierRejects earlier = EarlierRejects.find(warehouse, paths(files));
        Readmission readmission = Readmission.due(warehouse, earlier, hadoop, request.now());
        RawRecords raw = new RawRecords(warehouse.spark(), files);
        Outcome outcome = Outcome.NOTHING;
        if (!files.isEmpty() || readmission.records() > 0) {
            outcome = takeOrName(new Batch(request, mapping, files, raw, earlier, readmission));
        }
        return outcome.report(files.size(), found, raw, readmission);
    }

    /** Takes the files, or names all of those that cannot be read. */
    private Outcome takeOrName(Batch batch) {
        try {
            return take(batch);
        } catch (Exception failure) {
            RuntimeException explained = explained(failure, batch.request().mapping());
            throw UnreadableFiles.all(warehouse.spark(), batch, explained);
        }
    }

    private Outcome take(Batch batch) {
        StagedRecords staged = stage(batch);
        List<Refused> refused = rejects.tally(staged);
        Outcome outcome = Outcome.of(staged, refused, batch.request());
        if (outcome.isRefused()) {
            replaceRejects(batch, staged, refused);
            return outcome;
        }
        Written written = new MessageWriter(warehouse)
                .write(staged, batch.request().runId(), batch.request().now());
        batch.readmission().forget();
        replaceRejects(batch, staged, refused);
        new TableWriter(warehouse).append(IngestedFilesTable.TABLE, batch.taken(written.recordsPerFile(), refused));
        return outcome.written(written);
    }

    private StagedRecords stage(Batch batch) {
        Dataset<Row> mapped = MappedRecords.of(warehouse.spark(), batch.mapping(), batch.raw());
        Dataset<Row> validated = MessageRecords.validated(
                mapped, batch.mapping(), batch.request().now());
        long textBytes =
                batch.files().stream().mapToLong(SourceFile::estimatedTextBytes).sum();
        Dataset<Row> records =
                batch.readmission().validated().map(validated::unionByName).orElse(validated);
        ErasedRecords erased = ErasedRecords.of(warehouse);
        return StagedRecords.stage(erased.refuse(records), erased.seen(), textBytes);
    }

    private void replaceRejects(Batch batch, StagedRecords staged, List<Refused> refused) {
        rejects.forget(batch.earlier(), paths(batch.files()));
        if (refused.isEmpty()) {
            // There to be asked, and to answer 0.
            new TableWriter(warehouse).create(RejectedRecordsTable.TABLE);
        } else {
            rejects.append(
                    staged,
                    batch.mapping(),
                    batch.request().runId(),
                    batch.request().now());
        }
    }

    private static List<String> paths(List<SourceFile> files) {
        return files.stream().map(SourceFile::path).toList();
    }
}
