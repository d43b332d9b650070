package dev.threadline.jobs.pipeline.increment.stated;

import dev.threadline.ingestion.warehouse.Table;
import dev.threadline.jobs.pipeline.fact.Fact;
import dev.threadline.jobs.pipeline.fact.Finding;
import org.apache.spark.sql.catalyst.InternalRow;

/** How facts and findings travel with their {@link State}; these are no tables of the warehouse. */
public final class StatedRows {

    /** The rows of facts, the state last. */
    public static final Table<Stated<Fact>> FACTS = withState(Fact.ROWS);
    /** The rows of findings, the state last. */
    public static final Table<Stated<Finding>> FINDINGS = withState(Finding.ROWS);

    private StatedRows() {}

    @SuppressWarnings("EnumOrdinal") // it travels between tasks of one build, never further
    private static <T> Table<Stated<T>> withState(Table<T> rows) {
        return Table.<Stated<T>>named(rows.name(), rows.grain())
                .columnsOf(rows, Stated::value)
                .count("state", "Ordinal of the state", stated -> stated.state().ordinal())
                .build();
    }

    /** Reads a fact behind the hash of a shuffle. */
    public static Stated<Fact> fact(InternalRow row) {
        return new Stated<>(Fact.fromRow(row), state(row, FACTS));
    }

    /** Reads a finding behind the hash of a shuffle. */
    public static Stated<Finding> finding(InternalRow row) {
        return new Stated<>(Finding.fromRow(row), state(row, FINDINGS));
    }

    /** The last column; the hash of the shuffle is before the first. */
    private static State state(InternalRow row, Table<?> rows) {
        return State.of(row.getInt(rows.columns().size()));
    }
}
