package dev.threadline.ingestion.intake;

import dev.threadline.ingestion.message.EarlierRejects;
import dev.threadline.ingestion.message.Refused;
import dev.threadline.ingestion.source.file.SourceFile;
import dev.threadline.ingestion.source.mapping.RawRecords;
import dev.threadline.ingestion.source.mapping.SourceMapping;
import java.util.List;
import java.util.Map;

/**
 * What a run takes in, once it is known.
 *
 * @param files those that were not taken in before as they are now
 * @param raw what they hold
 * @param earlier what earlier runs refused
 * @param readmission earlier rejects that are read again
 */
record Batch(
        IngestRequest request,
        SourceMapping mapping,
        List<SourceFile> files,
        RawRecords raw,
        EarlierRejects earlier,
        Readmission readmission) {

    /** The files for the ledger, with what they held. */
    List<IngestedFile> taken(Map<String, Long> goodPerFile, List<Refused> refused) {
        return files.stream().map(file -> taken(file, goodPerFile, refused)).toList();
    }

    private IngestedFile taken(SourceFile file, Map<String, Long> goodPerFile, List<Refused> refused) {
        long rejected = refused.stream()
                .filter(part -> file.path().equals(part.file()))
                .mapToLong(Refused::records)
                .sum();
        long read = goodPerFile.getOrDefault(file.path(), 0L) + rejected;
        return new IngestedFile(file, mapping.locator(), request.runId(), request.now(), read, rejected);
    }
}
