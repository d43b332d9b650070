package dev.threadline.jobs.pipeline.increment;

import static org.apache.spark.sql.functions.col;

import dev.threadline.ingestion.warehouse.Warehouse;
import dev.threadline.jobs.backlog.BacklogHour;
import dev.threadline.jobs.backlog.BacklogTable;
import dev.threadline.jobs.pipeline.OwnerTables;
import dev.threadline.jobs.pipeline.fact.Fact;
import dev.threadline.jobs.pipeline.fact.QueueName;
import dev.threadline.jobs.pipeline.increment.table.ChangedTables;
import dev.threadline.jobs.pipeline.increment.table.RowChanges;
import dev.threadline.jobs.pipeline.increment.window.OldestWaits;
import dev.threadline.jobs.pipeline.increment.window.WindowColumns;
import dev.threadline.jobs.pipeline.increment.window.Windows;
import dev.threadline.jobs.publication.TableVersions;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.FlatMapFunction2;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * Walks queues as they were and as they are. An hour's stored row is brought forward by what changed in it, so that of a
 * queue's other conversations only those are needed that may wait longest.
 */
final class QueueChanges {

    private final Warehouse warehouse;
    private final TableVersions before;
    private final ChangePlan plan;
    private final Windows windows;

    /**
     * A walk.
     *
     * @param windows when hours may change, in whole hours
     */
    QueueChanges(Warehouse warehouse, TableVersions before, ChangePlan plan, Windows windows) {
        this.warehouse = warehouse;
        this.before = before;
        this.plan = plan;
        this.windows = windows;
    }

    /** The hours whose oldest wait cannot be told by these threads alone. */
    OldestWaits doubtful(KnownFacts known) {
        long asOfBefore = plan.before().asOf();
        long asOf = plan.after().asOf();
        return walk(known, (facts, stored) -> {
                    OldestWaits waits = new OldestWaits();
                    in(facts, stored)
                            .forEach(queue -> hours(queue, asOfBefore, asOf)
                                    .filter(Hour::losesOldestWait)
                                    .forEach(hour -> waits.add(
                                            queue.ownerId(),
                                            hour.was().hourAt(),
                                            hour.knownAfter().oldestWaitMs())));
                    return List.of(waits).iterator();
                })
                .treeReduce(OldestWaits::plus);
    }

    /** Writes how the backlog changes. */
    ChangedTables write(KnownFacts known, RowChanges.Folders folders) {
        long asOfBefore = plan.before().asOf();
        long asOf = plan.after().asOf();
        return walk(known, (facts, stored) -> {
                    try (RowChanges<BacklogHour> rows = folders.open(BacklogTable.TABLE)) {
                        in(facts, stored)
                                .flatMap(queue -> hours(queue, asOfBefore, asOf))
                                .forEach(hour -> rows.add(rows(hour.was()), rows(hour.is())));
                        return List.of(new ChangedTables().with(rows)).iterator();
                    }
                })
                .treeReduce(ChangedTables::plus);
    }

    private <R> JavaRDD<R> walk(
            KnownFacts known, FlatMapFunction2<Iterator<InternalRow>, Iterator<InternalRow>, R> walk) {
        return OwnerGroups.shuffled(known.of(Fact.Owner.QUEUE), known.partitions())
                .zipPartitions(OwnerGroups.shuffled(stored(), known.partitions()), walk);
    }

    private Dataset<Row> stored() {
        Column queue = WindowColumns.queue(col("channel"), col("team"));
        Dataset<Row> rows = before.read(warehouse, BacklogTable.TABLE)
                .where(new WindowColumns(warehouse.spark()).touch(windows, queue, col("hour_at"), col("hour_at")));
        return OwnerGroups.owned(rows, Fact.Owner.QUEUE, queue);
    }

    private static Stream<OwnerGroups.Known<BacklogHour>> in(
            Iterator<InternalRow> facts, Iterator<InternalRow> stored) {
        return OwnerGroups.in(
                facts,
                stored,
                row -> BacklogTable.fromRow(row, OwnerGroups.STORED_COLUMNS),
                hour -> QueueName.of(hour.channel(), hour.team()));
    }

    /** An hour as it was, and what the known part of the queue came to before and comes to after. */
    private record Hour(BacklogHour was, BacklogHour knownBefore, BacklogHour knownAfter) {

        BacklogHour is() {
            return was.changed(knownBefore, knownAfter);
        }

        boolean losesOldestWait() {
            return was.losesOldestWait(knownBefore, knownAfter);
        }

        boolean isUnchanged() {
            return knownBefore.equals(knownAfter);
        }
    }

    private static Stream<Hour> hours(OwnerGroups.Known<BacklogHour> known, long asOfBefore, long asOf) {
        QueueName queue = QueueName.parse(known.ownerId());
        Map<Long, BacklogHour> was = byHour(known.stored().stream());
        Map<Long, BacklogHour> before = hours(known.before(), asOfBefore);
        Map<Long, BacklogHour> after = hours(known.after(), asOf);
        return Stream.concat(before.keySet().stream(), after.keySet().stream())
                .distinct()
                .map(at -> {
                    BacklogHour none = BacklogHour.none(at, queue.channel(), queue.team());
                    if (before.containsKey(at)
                            && !after.getOrDefault(at, none).equals(before.get(at))
                            && !was.containsKey(at)) {
                        throw new IllegalStateException("table backlog lacks the hour at " + at + " of a queue");
                    }
                    return new Hour(
                            was.getOrDefault(at, none), before.getOrDefault(at, none), after.getOrDefault(at, none));
                })
                .filter(hour -> !hour.isUnchanged());
    }

    private static Map<Long, BacklogHour> hours(List<Fact> facts, long asOf) {
        return facts.isEmpty() ? Map.of() : byHour(OwnerTables.hours(facts, asOf));
    }

    private static Map<Long, BacklogHour> byHour(Stream<BacklogHour> hours) {
        return hours.collect(Collectors.toMap(BacklogHour::hourAt, Function.identity(), (a, b) -> a, TreeMap::new));
    }

    private static List<BacklogHour> rows(BacklogHour hour) {
        return hour.open() == 0 ? List.of() : List.of(hour);
    }
}
