package dev.threadline.jobs.pipeline.increment;

import static org.apache.spark.sql.functions.col;

import dev.threadline.ingestion.warehouse.InternalRows;
import dev.threadline.ingestion.warehouse.Warehouse;
import dev.threadline.jobs.load.AgentLoad;
import dev.threadline.jobs.load.AgentLoadTable;
import dev.threadline.jobs.load.SliceLoad;
import dev.threadline.jobs.pipeline.OwnerTables;
import dev.threadline.jobs.pipeline.fact.Fact;
import dev.threadline.jobs.pipeline.increment.stated.StatedFindings;
import dev.threadline.jobs.pipeline.increment.stated.StatedRows;
import dev.threadline.jobs.pipeline.increment.table.ChangedTables;
import dev.threadline.jobs.pipeline.increment.table.RowChanges;
import dev.threadline.jobs.pipeline.increment.window.WindowColumns;
import dev.threadline.jobs.pipeline.increment.window.Windows;
import dev.threadline.jobs.pipeline.shuffle.PartitionResults;
import dev.threadline.jobs.publication.TableVersions;
import dev.threadline.jobs.time.Span;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.util.TaskCompletionListener;

/**
 * Walks agents as they were and as they are: what they told and tell of threads goes back to these, and how their load
 * changes is written on the way. A slice's stored row is brought forward by what changed in it, so that of an agent's other
 * work only what overlaps needs to be known.
 */
final class AgentChanges {

    private final Warehouse warehouse;
    private final TableVersions before;
    private final RowChanges.Folders folders;
    private final Windows windows;
    private final WindowColumns columns;
    private final PartitionResults<ChangedTables> changed = new PartitionResults<>();

    /**
     * A walk.
     *
     * @param windows when slices may change, in whole slices
     */
    AgentChanges(Warehouse warehouse, TableVersions before, RowChanges.Folders folders, Windows windows) {
        this.warehouse = warehouse;
        this.before = before;
        this.folders = folders;
        this.windows = windows;
        this.columns = new WindowColumns(warehouse.spark());
        warehouse.spark().sparkContext().register(changed, "changed load of agents");
    }

    /**
     * What agents told and tell of threads.
     *
     * @param told facts about threads that are not walked: stints in the windows, and messages before those of the walked
     */
    Dataset<Row> findings(KnownFacts known, Dataset<Row> told) {
        Dataset<Row> facts = known.of(Fact.Owner.AGENT).unionAll(told);
        RowChanges.Folders sentFolders = folders;
        Broadcast<Windows> sentWindows = columns.broadcast(windows);
        PartitionResults<ChangedTables> results = changed;
        JavaRDD<InternalRow> findings = OwnerGroups.shuffled(facts, known.partitions())
                .zipPartitions(
                        OwnerGroups.shuffled(stored(), known.partitions()),
                        (rows, slices) -> walk(
                                OwnerGroups.in(rows, slices, AgentChanges::slice, SliceLoad::agentId),
                                sentFolders.open(AgentLoadTable.TABLE),
                                sentWindows.value(),
                                results));
        return InternalRows.dataset(warehouse.spark(), findings, StatedRows.FINDINGS.schema());
    }

    /** How the load of agents changes; known once the findings have been read. */
    ChangedTables changed() {
        return changed.value().stream().reduce(new ChangedTables(), ChangedTables::plus);
    }

    private Dataset<Row> stored() {
        Dataset<Row> rows = before.read(warehouse, AgentLoadTable.TABLE)
                .where(columns.touch(windows, col("agent_id"), col("slice_at"), col("slice_at")));
        return OwnerGroups.owned(rows, Fact.Owner.AGENT, col("agent_id"));
    }

    private static SliceLoad slice(InternalRow row) {
        return AgentLoadTable.fromRow(row, OwnerGroups.STORED_COLUMNS);
    }

    private static Iterator<InternalRow> walk(
            Stream<OwnerGroups.Known<SliceLoad>> agents,
            RowChanges<SliceLoad> rows,
            Windows windows,
            PartitionResults<ChangedTables> results) {
        TaskContext task = TaskContext.get();
        task.addTaskCompletionListener((TaskCompletionListener) ended -> rows.close());
        Stream<InternalRow> findings = agents.peek(known -> change(known, windows.of(known.ownerId()), rows))
                .flatMap(known -> StatedFindings.of(known.facts()).stream())
                .map(finding -> StatedRows.FINDINGS.toInternalRow(finding));
        // The end of the stream: by then every agent has been walked.
        Stream<InternalRow> end = Stream.of(task.partitionId()).flatMap(partitionId -> {
            results.add(new PartitionResults.OfPartition<>(partitionId, new ChangedTables().with(rows)));
            return Stream.empty();
        });
        return Stream.concat(findings, end).iterator();
    }

    private static void change(OwnerGroups.Known<SliceLoad> known, List<Span> windows, RowChanges<SliceLoad> rows) {
        if (windows.isEmpty()) {
            return;
        }
        String agentId = known.ownerId();
        Map<Long, SliceLoad> before = slices(agentId, known.before(), windows);
        Map<Long, SliceLoad> after = slices(agentId, known.after(), windows);
        Map<Long, SliceLoad> was = bySlice(known.stored().stream());
        Map<Long, SliceLoad> is = new TreeMap<>(was);
        Stream.concat(before.keySet().stream(), after.keySet().stream())
                .distinct()
                .forEach(at -> {
                    SliceLoad none = SliceLoad.none(agentId, at);
                    if (!was.containsKey(at) && !before.getOrDefault(at, none).isEmpty()) {
                        throw new IllegalStateException("table agent_load lacks the slice at " + at + " of an agent");
                    }
                    SliceLoad slice = was.getOrDefault(at, none)
                            .changed(before.getOrDefault(at, none), after.getOrDefault(at, none));
                    if (slice.isEmpty()) {
                        is.remove(at);
                    } else {
                        is.put(at, slice);
                    }
                });
        rows.add(List.copyOf(was.values()), List.copyOf(is.values()));
    }

    private static Map<Long, SliceLoad> slices(String agentId, List<Fact> facts, List<Span> windows) {
        AgentLoad load = new AgentLoad(agentId, windows);
        OwnerTables.tell(facts, load);
        return bySlice(load.touched().stream());
    }

    private static Map<Long, SliceLoad> bySlice(Stream<SliceLoad> slices) {
        return slices.collect(Collectors.toMap(SliceLoad::sliceAt, Function.identity()));
    }
}
