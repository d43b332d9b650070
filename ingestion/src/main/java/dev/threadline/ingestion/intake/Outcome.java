package dev.threadline.ingestion.intake;

import dev.threadline.ingestion.erasure.ErasedRecords;
import dev.threadline.ingestion.message.MessageWriter.Written;
import dev.threadline.ingestion.message.Refused;
import dev.threadline.ingestion.message.StagedRecords;
import dev.threadline.ingestion.source.file.FoundFiles;
import dev.threadline.ingestion.source.mapping.RawRecords;
import java.util.List;
import java.util.stream.Stream;

/** What became of the records of a run. */
record Outcome(long read, long accepted, long duplicates, List<Refused> refused, IngestReport.State state) {

    static final Outcome NOTHING = new Outcome(0, 0, 0, List.of(), IngestReport.State.DONE);

    /** Before anything is written: too many rejects and nothing may be. */
    static Outcome of(StagedRecords staged, List<Refused> refused, IngestRequest request) {
        if (refused.isEmpty()) {
            return NOTHING;
        }
        long faulty = refused.stream()
                .filter(part -> !part.reason().equals(ErasedRecords.ERASED))
                .mapToLong(Refused::records)
                .sum();
        long read = staged.records();
        boolean allowed = request.allows(faulty, read);
        return new Outcome(read, 0, 0, refused, allowed ? IngestReport.State.DONE : IngestReport.State.REFUSED);
    }

    boolean isRefused() {
        return state == IngestReport.State.REFUSED;
    }

    /** After the messages were written: what was counted there is exact, whatever was tried twice before. */
    Outcome written(Written written) {
        long rejected = refused.stream().mapToLong(Refused::records).sum();
        long good = written.records();
        return new Outcome(good + rejected, written.messages(), good - written.messages(), refused, state);
    }

    /** After refused records were tried again. */
    static Outcome retried(Written written, List<Refused> refused) {
        return new Outcome(0, 0, 0, refused, IngestReport.State.DONE).written(written);
    }

    /** For records that were tried again, all of those that became messages or copies were readmitted. */
    IngestReport report(List<String> notes) {
        return new IngestReport(0, 0, 0, read, accepted, duplicates, accepted + duplicates, refused, state, notes);
    }

    IngestReport report(int filesTaken, FoundFiles found, RawRecords raw, Readmission readmission) {
        return new IngestReport(
                filesTaken,
                found.files().size() - filesTaken,
                found.ignored().size(),
                read,
                accepted,
                duplicates,
                isRefused() ? 0 : readmission.records(),
                refused,
                state,
                Stream.of(found.notes(), raw.notes(), readmission.notes())
                        .flatMap(List::stream)
                        .toList());
    }
}
