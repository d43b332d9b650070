package dev.threadline.ingestion.intake;

import dev.threadline.ingestion.IngestionErrors;
import dev.threadline.ingestion.message.MessageRecords;
import dev.threadline.ingestion.message.MessageWriter;
import dev.threadline.ingestion.message.MessageWriter.Written;
import dev.threadline.ingestion.message.Refused;
import dev.threadline.ingestion.message.RejectWriter;
import dev.threadline.ingestion.message.StagedRecords;
import dev.threadline.ingestion.source.IngestedFile;
import dev.threadline.ingestion.source.IngestedFilesTable;
import dev.threadline.ingestion.source.MappedRecords;
import dev.threadline.ingestion.source.RawRecords;
import dev.threadline.ingestion.source.SourceFile;
import dev.threadline.ingestion.source.SourceFiles;
import dev.threadline.ingestion.source.SourceFormat;
import dev.threadline.ingestion.source.SourceMapping;
import dev.threadline.ingestion.warehouse.TableWriter;
import dev.threadline.ingestion.warehouse.Warehouse;
import java.util.List;
import java.util.Map;
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
            throw IngestionErrors.explained(failure, warehouse.root());
        }
    }

    private IngestReport ingest(IngestRequest request) {
        SourceMapping mapping = SourceMapping.find(hadoop, request.mapping());
        SourceFiles.Found found = SourceFiles.find(hadoop, request.inputs());
        if (found.files().isEmpty() && found.ignored() > 0) {
            throw IngestionErrors.onlyOtherKinds(request.inputs(), found.ignored(), SourceFormat.NAMES);
        }
        List<SourceFile> files =
                request.again() ? found.files() : IngestedFilesTable.notYetTaken(warehouse, mapping, found.files());
        Readmission readmission = Readmission.due(warehouse, hadoop, request.now());
        Outcome outcome = Outcome.NOTHING;
        if (!files.isEmpty() || readmission.records() > 0) {
            outcome = take(request, mapping, files, readmission);
        }
        return outcome.report(files.size(), found, readmission);
    }

    private Outcome take(
            IngestRequest request, SourceMapping mapping, List<SourceFile> files, Readmission readmission) {
        StagedRecords staged = stage(request, mapping, files, readmission);
        List<Refused> refused = rejects.tally(staged);
        Outcome outcome = Outcome.of(staged.records(), refused, request.maxRejects());
        if (outcome.isRefused()) {
            replaceRejects(request, mapping, files, staged, refused);
            return outcome;
        }
        Written written = new MessageWriter(warehouse).write(staged, request.runId(), request.now());
        readmission.forget();
        replaceRejects(request, mapping, files, staged, refused);
        new TableWriter(warehouse)
                .append(IngestedFilesTable.TABLE, taken(request, mapping, files, written.recordsPerFile(), refused));
        return outcome.written(written);
    }

    private StagedRecords stage(
            IngestRequest request, SourceMapping mapping, List<SourceFile> files, Readmission readmission) {
        Dataset<Row> mapped = MappedRecords.of(warehouse.spark(), mapping, new RawRecords(warehouse.spark(), files));
        Dataset<Row> validated = MessageRecords.validated(mapped, mapping, request.now());
        long textBytes =
                files.stream().mapToLong(SourceFile::estimatedTextBytes).sum();
        return StagedRecords.stage(
                readmission.validated().map(validated::unionByName).orElse(validated), textBytes);
    }

    private void replaceRejects(
            IngestRequest request,
            SourceMapping mapping,
            List<SourceFile> files,
            StagedRecords staged,
            List<Refused> refused) {
        rejects.forget(files.stream().map(SourceFile::path).toList());
        if (!refused.isEmpty()) {
            rejects.append(staged, mapping, request.runId(), request.now());
        }
    }

    private static List<IngestedFile> taken(
            IngestRequest request,
            SourceMapping mapping,
            List<SourceFile> files,
            Map<String, Long> good,
            List<Refused> refused) {
        return files.stream()
                .map(file -> {
                    long rejected = refused.stream()
                            .filter(part -> file.path().equals(part.file()))
                            .mapToLong(Refused::records)
                            .sum();
                    long read = good.getOrDefault(file.path(), 0L) + rejected;
                    return new IngestedFile(file, mapping.locator(), request.runId(), request.now(), read, rejected);
                })
                .toList();
    }
}
