package dev.threadline.jobs.pipeline.increment;

import dev.threadline.ingestion.warehouse.Table;
import dev.threadline.jobs.pipeline.Fact;
import dev.threadline.jobs.pipeline.Finding;
import org.apache.spark.sql.catalyst.InternalRow;

/** How facts and findings travel with their {@link State}; these are no tables of the warehouse. */
final class StatedRows {

    static final Table<Stated<Fact>> FACTS = withState(Fact.ROWS);
    static final Table<Stated<Finding>> FINDINGS = withState(Finding.ROWS);

    private StatedRows() {}

    @SuppressWarnings("EnumOrdinal") // it travels between tasks of one build, never further
    private static <T> Table<Stated<T>> withState(Table<T> rows) {
        return Table.<Stated<T>>named(rows.name(), rows.grain())
                .columnsOf(rows, Stated::value)
                .count("state", "Ordinal of the state", stated -> stated.state().ordinal())
                .build();
    }

    static Stated<Fact> fact(InternalRow row) {
        return new Stated<>(Fact.fromRow(row), state(row, FACTS));
    }

    static Stated<Finding> finding(InternalRow row) {
        return new Stated<>(Finding.fromRow(row), state(row, FINDINGS));
    }

    /** The last column; the hash of the shuffle is before the first. */
    private static State state(InternalRow row, Table<?> rows) {
        return State.of(row.getInt(rows.columns().size()));
    }
}
