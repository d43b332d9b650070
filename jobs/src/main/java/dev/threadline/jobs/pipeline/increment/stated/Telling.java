package dev.threadline.jobs.pipeline.increment.stated;

import dev.threadline.ingestion.warehouse.Table;
import dev.threadline.jobs.pipeline.fact.Fact;
import dev.threadline.jobs.pipeline.increment.window.Windows;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * A fact and the conversation that tells it.
 *
 * @param conversation a number that the conversation's facts have, and those next to them in their partition do not; the
 *     conversations of a thread that are not the same as before share one
 * @param differs whether the conversation is not the same as before
 */
public record Telling(long conversation, boolean differs, Stated<Fact> fact) {

    /** How it travels: a conversation's number stands where a shuffle puts its hash, so that they are grouped alike. */
    public static final Table<Telling> ROWS = Table.<Telling>named("tellings", "One row per fact")
            .whole("conversation", "Number of the conversation", Telling::conversation)
            .columnsOf(StatedRows.FACTS, Telling::fact)
            .flag("differs", "Whether the conversation is not the same as before", Telling::differs)
            .build();

    /** Reads a row. */
    public static Telling fromRow(InternalRow row) {
        return new Telling(row.getLong(0), row.getBoolean(ROWS.columns().size() - 1), StatedRows.fact(row));
    }

    /** Adds, for a message, the time before it in which attention to it could start. */
    public void addAttention(Windows windows, long attentionCapMs) {
        Fact told = fact.value();
        if (told.type() == Fact.Type.MESSAGE) {
            windows.add(told.ownerId(), told.at() - attentionCapMs, told.at() + 1);
        }
    }
}
