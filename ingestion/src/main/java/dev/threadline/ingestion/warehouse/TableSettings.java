package dev.threadline.ingestion.warehouse;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.delta.actions.Metadata;
import scala.jdk.javaapi.CollectionConverters;

/** The columns, comments and settings that Delta keeps of a table, as they should be. */
final class TableSettings {

    /** Versions between two checkpoints: one costs as much as several small writes. */
    private static final String CHECKPOINT_INTERVAL = "100";

    private final Table<?> table;

    TableSettings(Table<?> table) {
        this.table = table;
    }

    /** What the table should have in place of what it has. */
    Metadata in(Metadata present) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "delta.checkpointInterval",
                CHECKPOINT_INTERVAL,
                // Delta would forget after a month how older versions are put together, pinned ones too.
                "delta.enableExpiredLogCleanup",
                "false",
                "delta.dataSkippingStatsColumns",
                String.join(",", table.statisticsColumns())));
        settings.putAll(Erasures.settings(present));
        return copy(present, table.comment(), table.schema().json(), settings);
    }

    /** Whether the table has what it should have. */
    boolean areIn(Metadata present) {
        Metadata wanted = in(present);
        return present.schemaString().equals(wanted.schemaString())
                && present.configuration().equals(wanted.configuration());
    }

    /** What the table has, but for some settings. */
    static Metadata changed(Metadata present, Map<String, String> changes) {
        Map<String, String> settings = new HashMap<>(CollectionConverters.asJava(present.configuration()));
        settings.putAll(changes);
        return copy(present, present.description(), present.schemaString(), settings);
    }

    private static Metadata copy(Metadata present, String comment, String schema, Map<String, String> settings) {
        return present.copy(
                present.id(),
                present.name(),
                comment,
                present.format(),
                schema,
                present.partitionColumns(),
                scala.collection.immutable.Map.from(CollectionConverters.asScala(settings)),
                present.createdTime());
    }
}
