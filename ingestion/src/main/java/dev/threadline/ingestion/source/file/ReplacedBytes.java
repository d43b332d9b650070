package dev.threadline.ingestion.source.file;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.AccumulatorV2;
import org.jspecify.annotations.Nullable;

/**
 * Which lines were read with U+FFFD in place of bytes that are no UTF-8. Tasks add them as they come; a task that is done
 * twice counts once.
 */
public final class ReplacedBytes
        extends AccumulatorV2<ReplacedBytes.Line, Map<ReplacedBytes.Piece, ReplacedBytes.Lines>> {

    private static final long serialVersionUID = 1L;

    /** Of so many files it is said. */
    private static final int MOST_FILES = 10;

    /**
     * A line with such bytes.
     *
     * @param number from 1; null where it is not known
     */
    public record Line(Piece piece, @Nullable Long number) {}

    /**
     * What one task reads of a file.
     *
     * @param start its first byte
     */
    public record Piece(String file, long start) implements Serializable {}

    /**
     * How many lines of a piece, or of a file.
     *
     * @param first the number of the first of them; null where it is not known
     */
    public record Lines(long count, @Nullable Long first) implements Serializable {

        static Lines of(Line line) {
            return new Lines(1, line.number());
        }

        /** In the order in which they stand in the file. */
        Lines and(Lines later) {
            return new Lines(count + later.count, first);
        }

        private String told(String file) {
            return file + ": bytes that are no UTF-8 became U+FFFD in " + where()
                    + ". Where the file is Windows-1252 or Latin-1, convert it (iconv -f windows-1252 -t utf-8); messages that are"
                    + " in take the text of a converted copy only if that has a later revised_at";
        }

        private String where() {
            String lines = count == 1 ? "1 line" : String.format(Locale.ROOT, "%,d lines", count);
            if (first == null) {
                return lines;
            }
            return count == 1 ? "line " + first : lines + ", the first of them line " + first;
        }
    }

    // Spark reads it for its heartbeats while a task adds.
    private final ConcurrentHashMap<Piece, Lines> lines = new ConcurrentHashMap<>();

    private ReplacedBytes() {}

    /** Nothing yet, to be handed to tasks. */
    public static ReplacedBytes in(SparkSession spark) {
        ReplacedBytes none = new ReplacedBytes();
        spark.sparkContext().register(none);
        return none;
    }

    /** What the user should know, a sentence for each file. */
    public List<String> told() {
        Map<String, Lines> files = new TreeMap<>();
        lines.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparingLong(Piece::start)))
                .forEach(piece -> files.merge(piece.getKey().file(), piece.getValue(), Lines::and));
        Stream<String> first = files.entrySet().stream()
                .limit(MOST_FILES)
                .map(file -> file.getValue().told(file.getKey()));
        int others = files.size() - MOST_FILES;
        return others <= 0
                ? first.toList()
                : Stream.concat(first, Stream.of("bytes that are no UTF-8 became U+FFFD in " + others + " more files"))
                        .toList();
    }

    @Override
    public boolean isZero() {
        return lines.isEmpty();
    }

    @Override
    public ReplacedBytes copy() {
        ReplacedBytes copy = new ReplacedBytes();
        copy.lines.putAll(lines);
        return copy;
    }

    @Override
    public void reset() {
        lines.clear();
    }

    @Override
    public void add(Line line) {
        lines.merge(line.piece(), Lines.of(line), Lines::and);
    }

    @Override
    public void merge(AccumulatorV2<Line, Map<Piece, Lines>> other) {
        other.value()
                .forEach((piece, found) ->
                        lines.merge(piece, found, (one, again) -> again.count() > one.count() ? again : one));
    }

    @Override
    public Map<Piece, Lines> value() {
        return Map.copyOf(lines);
    }
}
