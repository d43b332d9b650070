package dev.threadline.ingestion.intake;

import dev.threadline.ingestion.message.Refused;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one run of ingestion did. Always {@code read = accepted + duplicates + rejected}.
 *
 * @param filesTaken files read
 * @param filesUnchanged files passed over because they were taken in before and have not changed
 * @param filesIgnored files of other kinds that lay beside them
 * @param read records read, with those read again from the rejects
 * @param accepted messages that were not there before; 0 if refused
 * @param duplicates records that were copies of a message, of this run or an earlier one; 0 if refused
 * @param readmitted earlier rejects among the records read, whose time had come
 * @param refused what was refused, by reason and file
 * @param state whether the good records were taken in
 * @param notes what the user should know beside
 */
public record IngestReport(
        int filesTaken,
        int filesUnchanged,
        int filesIgnored,
        long read,
        long accepted,
        long duplicates,
        long readmitted,
        List<Refused> refused,
        State state,
        List<String> notes) {

    /** Whether the good records were taken in. */
    public enum State {
        DONE,
        /** Too many rejects: the rejects can be looked at, nothing else was written. */
        REFUSED
    }

    /** Of a run that found nothing to do. */
    static IngestReport nothing(String... notes) {
        return new IngestReport(0, 0, 0, 0, 0, 0, 0, List.of(), State.DONE, List.of(notes));
    }

    /** What two parts of a run came to together. */
    IngestReport and(IngestReport other) {
        return new IngestReport(
                filesTaken + other.filesTaken,
                filesUnchanged + other.filesUnchanged,
                filesIgnored + other.filesIgnored,
                read + other.read,
                accepted + other.accepted,
                duplicates + other.duplicates,
                readmitted + other.readmitted,
                Stream.concat(refused.stream(), other.refused.stream()).toList(),
                state,
                Stream.concat(notes.stream(), other.notes.stream()).toList());
    }

    /** All records refused. */
    public long rejected() {
        return refused.stream().mapToLong(Refused::records).sum();
    }

    /** Records refused by reason. */
    public Map<String, Long> rejectedByReason() {
        return refused.stream()
                .collect(
                        Collectors.groupingBy(Refused::reason, TreeMap::new, Collectors.summingLong(Refused::records)));
    }

    /** Of each reason one place where it can be looked at: the first line of the first file. */
    public List<Refused> examples() {
        Comparator<Refused> first = Comparator.comparing(Refused::file, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Refused::firstLine, Comparator.nullsLast(Comparator.naturalOrder()));
        return refused.stream()
                .collect(Collectors.groupingBy(Refused::reason, TreeMap::new, Collectors.minBy(first)))
                .values()
                .stream()
                .flatMap(java.util.Optional::stream)
                .toList();
    }
}
