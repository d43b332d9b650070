package dev.threadline.ingestion.warehouse;

import dev.threadline.ingestion.StoreErrors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.DeltaOperations;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.Metadata;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * One Delta transaction that changes which files a table consists of. Readers see it whole or not at all; two that clash
 * cannot both succeed.
 */
final class TableCommit {

    private final Warehouse warehouse;
    private final Table<?> table;
    private final TableSettings settings;
    private final @Nullable Erasures seen;

    /** A transaction; with {@code seen} it fails if an erasure was announced since. */
    TableCommit(Warehouse warehouse, Table<?> table, @Nullable Erasures seen) {
        this.warehouse = warehouse;
        this.table = table;
        this.settings = new TableSettings(table);
        this.seen = seen;
    }

    /** Adds files; returns the Delta version that holds them. */
    long append(List<DataFile> files) {
        return commit(begin(), added(files), SaveMode.Append);
    }

    /** Adds files that were made from the table as of a version; fails if anything was added or removed since. */
    long appendAsOf(long version, List<DataFile> files) {
        return commit(beginAsOf(version), added(files), SaveMode.Append);
    }

    /** Puts files in place of all there are; returns the Delta version that holds them. */
    long replaceAll(List<DataFile> files) {
        return replaceAll(begin(), files);
    }

    /** Puts files in place of all that a version holds; fails if anything was added or removed since. */
    long replaceAllAsOf(long version, List<DataFile> files) {
        return replaceAll(described(beginAsOf(version)), files);
    }

    /** Gives the table the comments and settings that it should have; no new version if it has them. */
    long describe() {
        Snapshot newest = warehouse.snapshot(table);
        return settings.areIn(newest.metadata()) ? newest.version() : append(List.of());
    }

    /** Lets those fail that have yet to add what they made without knowing of an erasure; the table must be there. */
    long announceErasure() {
        OptimisticTransaction transaction = open();
        transaction.updateMetadata(Erasures.oneMoreIn(transaction.metadata()), false);
        return commit(transaction, List.of(), SaveMode.Append);
    }

    private long replaceAll(OptimisticTransaction transaction, List<DataFile> files) {
        List<Action> actions = added(files);
        present(transaction).forEach(file -> actions.add(file.remove()));
        return commit(transaction, actions, SaveMode.Overwrite);
    }

    /**
     * Makes the table what it was at a version, without some of its files then and with others.
     *
     * @param removed names of files of that version
     * @return the Delta version that is so
     */
    long change(long version, Set<String> removed, List<DataFile> added) {
        OptimisticTransaction transaction = begin();
        Map<String, AddFile> present = new HashMap<>();
        present(transaction).forEach(file -> present.put(file.path(), file));
        TableVersion base = new TableVersion(warehouse.log(table), version);
        Set<String> kept = new HashSet<>(base.files().keySet());
        kept.removeAll(removed);
        List<Action> actions = added(added);
        present.values().stream()
                .filter(file -> !kept.contains(file.path()))
                .forEach(file -> actions.add(file.remove()));
        kept.stream().filter(name -> !present.containsKey(name)).forEach(name -> actions.add(base.file(name)));
        return actions.isEmpty() ? transaction.readVersion() : commit(transaction, actions, SaveMode.Overwrite);
    }

    private OptimisticTransaction begin() {
        return described(ofSeen(open()));
    }

    private OptimisticTransaction open() {
        return warehouse.log(table).startTransaction(Option.empty(), Option.empty());
    }

    private OptimisticTransaction ofSeen(OptimisticTransaction transaction) {
        if (seen != null) {
            seen.requireNoneSince(table, transaction.metadata());
        }
        return transaction;
    }

    private OptimisticTransaction described(OptimisticTransaction transaction) {
        Metadata present = transaction.metadata();
        if (transaction.readVersion() == Warehouse.NO_VERSION || !settings.areIn(present)) {
            transaction.updateMetadata(settings.in(present), false);
        }
        return transaction;
    }

    private OptimisticTransaction beginAsOf(long version) {
        if (version == Warehouse.NO_VERSION) {
            return beginNew();
        }
        DeltaLog log = warehouse.log(table);
        Snapshot read = log.getSnapshotAt(version, Option.empty(), Option.empty(), false);
        OptimisticTransaction transaction = ofSeen(log.startTransaction(Option.empty(), Option.apply(read)));
        transaction.readWholeTable();
        return transaction;
    }

    /** All files that a transaction finds, which it then counts as read. */
    private List<AddFile> present(OptimisticTransaction transaction) {
        transaction.readWholeTable();
        return FileListing.of(warehouse.log(table), transaction.readVersion());
    }

    private OptimisticTransaction beginNew() {
        OptimisticTransaction transaction = begin();
        if (transaction.readVersion() != Warehouse.NO_VERSION) {
            throw StoreErrors.anotherRun(new IllegalStateException(table.name() + " was made meanwhile"));
        }
        return transaction;
    }

    private static List<Action> added(List<DataFile> files) {
        List<Action> actions = new ArrayList<>();
        files.forEach(file -> actions.add(FileListing.action(file)));
        return actions;
    }

    private static long commit(OptimisticTransaction transaction, List<Action> actions, SaveMode mode) {
        Seq<Action> all = CollectionConverters.asScala(actions).toSeq();
        return transaction.commit(
                all,
                new DeltaOperations.Write(
                        mode,
                        Option.empty(),
                        Option.empty(),
                        Option.empty(),
                        Option.empty(),
                        Option.empty(),
                        Option.empty(),
                        Option.empty(),
                        Option.empty()));
    }
}
