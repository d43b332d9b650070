package dev.threadline.dashboard.access;

import dev.threadline.dashboard.warehouse.Lens;
import dev.threadline.dashboard.warehouse.PinnedTable;
import dev.threadline.dashboard.warehouse.PinnedTable.PinnedColumn;
import dev.threadline.dashboard.warehouse.Sight;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How viewers see the tables: with pseudonyms in the place of ids, so that numbers over agents and customers stay right,
 * and without text. The pseudonyms are not shown either; whatever a query does, no id can reach a viewer.
 */
final class ViewerLens implements Lens {

    /** Columns that say where things lie on the machines of those who run it all. */
    private static final Set<String> PLACES = Set.of("error", "last_file");

    static final Sight SIGHT = new Sight(
            "viewer",
            Map.of(),
            column -> Identities.names(column) || Identities.quotes(column) || PLACES.contains(column));

    /** Known to nobody: pseudonyms of a known key could be looked up. */
    private final String key;

    ViewerLens() {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        this.key = HexFormat.of().formatHex(random);
    }

    @Override
    public String schema() {
        return SIGHT.schema();
    }

    @Override
    public String select(PinnedTable table) {
        return table.columns().stream()
                .map(this::column)
                .collect(Collectors.joining(", ", "SELECT ", " FROM main." + table.quotedName()));
    }

    private String column(PinnedColumn column) {
        String name = column.quotedName();
        if (Identities.quotes(column.name())) {
            return "NULL::%s AS %s".formatted(column.type(), name);
        }
        return Identities.names(column.name())
                ? "CASE WHEN %1$s IS NOT NULL THEN hash('%2$s' || %1$s)::VARCHAR END AS %1$s".formatted(name, key)
                : name;
    }
}
