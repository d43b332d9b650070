package dev.threadline.ingestion.warehouse;

import dev.threadline.ingestion.StoreErrors;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.delta.actions.Metadata;
import scala.Option;

/**
 * How many erasures had been announced of tables when a run looked who is forgotten. What it makes of records after that is
 * written only while nobody else was announced: an announcement changes a table's settings, and of two transactions of
 * which one does so Delta lets only one succeed.
 */
public final class Erasures {

    /** A setting of a table: how many erasures were announced of it. */
    private static final String SETTING = "threadline.erasures";

    private final Map<String, Long> announced;

    private Erasures(Map<String, Long> announced) {
        this.announced = announced;
    }

    /** Those announced so far; look who is forgotten after this, not before. */
    public static Erasures announcedOf(Warehouse warehouse, Table<?>... tables) {
        return new Erasures(
                Arrays.stream(tables).collect(Collectors.toMap(Table::name, table -> announcedOf(warehouse, table))));
    }

    /** A user error, that another run was at work, if one was announced since. */
    public void requireNoneSince(Warehouse warehouse, Table<?> table) {
        requireSame(table, announcedOf(warehouse, table));
    }

    void requireNoneSince(Table<?> table, Metadata found) {
        requireSame(table, announcedIn(found));
    }

    private void requireSame(Table<?> table, long found) {
        if (announced.getOrDefault(table.name(), 0L) != found) {
            throw StoreErrors.anotherRun(new IllegalStateException("customers were forgotten meanwhile"));
        }
    }

    private static long announcedOf(Warehouse warehouse, Table<?> table) {
        return warehouse.has(table) ? announcedIn(warehouse.snapshot(table).metadata()) : 0;
    }

    private static long announcedIn(Metadata metadata) {
        return Long.parseLong(settings(metadata).getOrDefault(SETTING, "0"));
    }

    /** The columns and settings of a table, with one more erasure announced. */
    static Metadata oneMoreIn(Metadata present) {
        return TableSettings.changed(present, Map.of(SETTING, Long.toString(announcedIn(present) + 1)));
    }

    /** Of the settings of a table the one that counts, if it has any. */
    static Map<String, String> settings(Metadata present) {
        Option<String> count = present.configuration().get(SETTING);
        return count.isEmpty() ? Map.of() : Map.of(SETTING, count.get());
    }
}
