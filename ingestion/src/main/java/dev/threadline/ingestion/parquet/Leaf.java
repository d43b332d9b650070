package dev.threadline.ingestion.parquet;

import java.util.function.Function;
import org.apache.parquet.column.ColumnWriter;

/** Where values that are there go, with Parquet's levels: whether one repeats its record, and how deep it is defined. */
@FunctionalInterface
public interface Leaf<V> {

    void write(V value, int repetition, int definition);

    /** Opens the leaf in a group of rows. */
    @FunctionalInterface
    interface Opener<V> {
        Leaf<V> open(ColumnWriter column);
    }

    /** Values of one of Parquet's own types. */
    static <V> Opener<V> of(Writer<V> writer) {
        return column -> (value, repetition, definition) -> writer.write(column, value, repetition, definition);
    }

    /** Writes a value of one of Parquet's own types. */
    @FunctionalInterface
    interface Writer<V> {
        void write(ColumnWriter column, V value, int repetition, int definition);
    }

    /**
     * Texts.
     *
     * @param utf8 their bytes
     * @param recurs whether to remember many that were written, as values recur, their hash is at hand, and they do not change
     */
    static <V> Opener<V> ofTexts(Function<V, byte[]> utf8, boolean recurs) {
        return column -> {
            Texts<V> texts = new Texts<>(utf8, recurs);
            return (value, repetition, definition) -> column.write(texts.encoded(value), repetition, definition);
        };
    }
}
