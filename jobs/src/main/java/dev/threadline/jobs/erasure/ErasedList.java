package dev.threadline.jobs.erasure;

import dev.threadline.ingestion.erasure.ErasedId;
import dev.threadline.ingestion.erasure.ErasureKey;
import dev.threadline.ingestion.warehouse.TableWriter;
import dev.threadline.ingestion.warehouse.Warehouse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Row;

/** The list of those whose records do not come back, as the run found it. */
final class ErasedList {

    private final Warehouse warehouse;
    private final ErasureKey key;
    private final Map<String, Instant> erasedAt = new HashMap<>();

    ErasedList(Warehouse warehouse, ErasureKey key) {
        this.warehouse = warehouse;
        this.key = key;
        if (warehouse.has(ErasedId.TABLE)) {
            for (Row row : warehouse.read(ErasedId.TABLE).collectAsList()) {
                erasedAt.merge(row.getString(0), row.getInstant(1), (one, other) -> one.isAfter(other) ? one : other);
            }
        }
    }

    /** When one of the customers was last forgotten before. */
    Optional<Instant> lastErased(Forgotten forgotten) {
        return forgotten.customerHashes(key).stream()
                .filter(erasedAt::containsKey)
                .map(erasedAt::get)
                .max(Instant::compareTo);
    }

    /** Puts them on the list: whoever was found until now, others only if they are not on it. */
    void add(Forgotten forgotten, String runId, Instant now) {
        Set<String> hashes = new TreeSet<>(forgotten.customerHashes(key));
        hashes.removeAll(erasedAt.keySet());
        hashes.addAll(forgotten.foundHashes(key));
        if (!hashes.isEmpty()) {
            List<ErasedId> added = hashes.stream()
                    .map(hash -> new ErasedId(hash, now.toEpochMilli(), runId))
                    .toList();
            new TableWriter(warehouse).append(ErasedId.TABLE, added);
        }
    }
}
