package dev.threadline.jobs.load;

import dev.threadline.ingestion.warehouse.Micros;
import dev.threadline.ingestion.warehouse.Table;
import dev.threadline.ingestion.warehouse.TableBuilder;
import java.util.Arrays;
import org.apache.spark.sql.catalyst.InternalRow;

/** The table {@code agent_load}. */
public final class AgentLoadTable {

    public static final Table<SliceLoad> TABLE = table();

    private AgentLoadTable() {}

    private static Table<SliceLoad> table() {
        TableBuilder<SliceLoad> table = Table.<SliceLoad>named(
                        "agent_load", "One row per agent and slice of 15 minutes with any load")
                .key("agent_id", "slice_at")
                .prunedBy("slice_at")
                .string("agent_id", "Whose load", SliceLoad::agentId)
                .instant("slice_at", "Start of the slice", SliceLoad::sliceAt)
                .string("team", "Team of the stint in it that began earliest", SliceLoad::team)
                .count("messages", "Public messages written", SliceLoad::messages)
                .whole("assigned_ms", "Ownership, summed over conversations, ms", SliceLoad::assignedMs)
                .whole("engaged_ms", "Live to and fro, summed over conversations, ms", SliceLoad::engagedMs)
                .whole(
                        "pending_ms",
                        "The customer had the last word, summed over conversations, ms",
                        SliceLoad::pendingMs)
                .whole("engaged_union_ms", "Time engaged in any conversation, ms", SliceLoad::engagedUnionMs)
                .whole("handle_ms", "Attention credited in the slice, ms", SliceLoad::handleMs)
                .count("peak_assigned", "Most conversations owned at one instant", SliceLoad::peakAssigned)
                .count("peak_engaged", "Most conversations engaged in at one instant", SliceLoad::peakEngaged);
        for (int depth = 1; depth <= SliceLoad.DEPTHS; depth++) {
            int at = depth;
            String name = "engaged_ms_at_" + depth + (depth == SliceLoad.DEPTHS ? "plus" : "");
            String comment =
                    "Time engaged in " + depth + (depth == SliceLoad.DEPTHS ? " or more" : "") + " at once, ms";
            table.whole(name, comment, slice -> slice.engagedMsAt(at));
        }
        return table.build();
    }

    /** Reads a stored row whose columns begin at a place. */
    public static SliceLoad fromRow(InternalRow row, int first) {
        SliceLoad slice = SliceLoad.none(row.getUTF8String(first).toString(), Micros.toMillis(row.getLong(first + 1)));
        slice.team =
                row.isNullAt(first + 2) ? null : row.getUTF8String(first + 2).toString();
        slice.messages = row.getInt(first + 3);
        slice.assignedMs = row.getLong(first + 4);
        slice.engagedMs = row.getLong(first + 5);
        slice.pendingMs = row.getLong(first + 6);
        slice.engagedUnionMs = row.getLong(first + 7);
        slice.handleMs = row.getLong(first + 8);
        slice.peakAssigned = row.getInt(first + 9);
        slice.peakEngaged = row.getInt(first + 10);
        Arrays.setAll(slice.engagedMsAtDepth, depth -> row.getLong(first + 11 + depth));
        return slice;
    }
}
