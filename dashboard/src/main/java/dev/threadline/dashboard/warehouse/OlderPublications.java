package dev.threadline.dashboard.warehouse;

import dev.threadline.dashboard.error.DashboardErrors;
import dev.threadline.dashboard.error.UserError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Publications that are asked for beside the newest: opened when first asked for; those last asked for stay open. */
final class OlderPublications implements AutoCloseable {

    private static final int KEPT_OPEN = 3;

    private final Warehouse warehouse;
    private final List<Lens> lenses;

    /** The one not asked for the longest first. */
    private final Map<Long, WarehouseSnapshot> open = new LinkedHashMap<>(16, 0.75f, true);

    OlderPublications(Warehouse warehouse, List<Lens> lenses) {
        this.warehouse = warehouse;
        this.lenses = List.copyOf(lenses);
    }

    /**
     * The tables as a publication showed them.
     *
     * @throws dev.threadline.dashboard.error.NotKept if there is no such publication, or its files are gone
     */
    synchronized WarehouseSnapshot open(long publicationId) {
        WarehouseSnapshot known = open.get(publicationId);
        if (known != null) {
            return known;
        }
        WarehouseSnapshot opened = openAnew(publicationId);
        open.put(publicationId, opened);
        if (open.size() > KEPT_OPEN) {
            Long eldest = open.keySet().iterator().next();
            WarehouseSnapshot closed = open.remove(eldest);
            if (closed != null) {
                closed.close();
            }
        }
        return opened;
    }

    private WarehouseSnapshot openAnew(long publicationId) {
        WarehouseSnapshot opened;
        try {
            opened = warehouse.openPublication(publicationId, table -> true);
        } catch (UserError unreadable) {
            throw DashboardErrors.notKept(publicationId, String.valueOf(unreadable.getMessage()));
        }
        try {
            lenses.forEach(opened::show);
            return opened;
        } catch (RuntimeException broken) {
            opened.close();
            throw broken;
        }
    }

    /** Those that are open. */
    synchronized List<WarehouseSnapshot> shown() {
        return List.copyOf(open.values());
    }

    /** Closes all, to be opened anew when they are asked for: what is left of an older publication changes. */
    @Override
    public synchronized void close() {
        open.values().forEach(WarehouseSnapshot::close);
        open.clear();
    }
}
