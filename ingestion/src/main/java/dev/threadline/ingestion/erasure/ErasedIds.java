package dev.threadline.ingestion.erasure;

import dev.threadline.ingestion.IngestionErrors;
import dev.threadline.ingestion.warehouse.Warehouse;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** The list of forgotten ids: tells of a record whether it is one of somebody who was forgotten. */
public final class ErasedIds implements Serializable {

    private static final long serialVersionUID = 1;

    /** Ids recur from record to record; hashing is much dearer than looking up. */
    private static final int MOST_REMEMBERED = 100_000;

    private final ErasureKey key;
    private final HashMap<String, Long> erasedAt;
    private transient @Nullable Map<String, Optional<Long>> remembered;

    private ErasedIds(ErasureKey key, Map<String, Long> erasedAt) {
        this.key = key;
        this.erasedAt = new HashMap<>(erasedAt);
    }

    /** The warehouse's list; empty if nobody was forgotten. A user error if there is a list whose key is gone. */
    public static Optional<ErasedIds> of(Warehouse warehouse) {
        if (warehouse.isEmpty(ErasedId.TABLE)) {
            return Optional.empty();
        }
        Map<String, Long> erasedAt = new HashMap<>();
        for (Row row : warehouse.read(ErasedId.TABLE).collectAsList()) {
            erasedAt.merge(row.getString(0), row.getInstant(1).toEpochMilli(), Math::max);
        }
        ErasureKey key = ErasureKey.of(warehouse)
                .orElseThrow(() -> IngestionErrors.noErasureKey(warehouse.root() + '/' + ErasureKey.FILE));
        return Optional.of(new ErasedIds(key, erasedAt));
    }

    /** When this customer was last forgotten, in epoch milliseconds, if they were. */
    public Optional<Long> customer(String source, String id) {
        Optional<Long> everywhere = find("c" + '\0' + id, () -> key.customer("", id));
        Optional<Long> here = find("s" + '\0' + source + '\0' + id, () -> key.customer(source, id));
        return later(everywhere, here);
    }

    /** When the customer of this thread was last forgotten, in epoch milliseconds, if they were. */
    public Optional<Long> thread(String source, String id) {
        return find("t" + '\0' + source + '\0' + id, () -> key.thread(source, id));
    }

    private Optional<Long> find(String id, Supplier<String> hash) {
        if (remembered == null || remembered.size() >= MOST_REMEMBERED) {
            remembered = new HashMap<>();
        }
        return remembered.computeIfAbsent(id, unknown -> Optional.ofNullable(erasedAt.get(hash.get())));
    }

    private static Optional<Long> later(Optional<Long> one, Optional<Long> other) {
        return one.isPresent() && (other.isEmpty() || one.get() > other.get()) ? one : other;
    }
}
