package dev.threadline.dashboard.warehouse;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * What a reader sees of the tables: a schema of views that stand before the tables of the same names.
 *
 * @param schema made by a {@link Lens}
 * @param variables what its views ask {@code getvariable} for
 * @param hidden the columns that no answer shows
 */
public record Sight(String schema, Map<String, String> variables, Predicate<String> hidden) {

    /** The tables themselves. */
    public static final Sight EVERYTHING = new Sight("main", Map.of(), column -> false);

    public Sight {
        variables = Map.copyOf(variables);
    }

    public boolean hides(String column) {
        return hidden.test(column);
    }

    /** Whether no row is left out: which ones are depends on who asks, so it takes a variable. */
    public boolean showsEveryRow() {
        return variables.isEmpty();
    }

    /** The same for sights that lead to the same answers, and for no others: a browser may be shared. */
    public String tag() {
        String whole = schema + new TreeMap<>(variables);
        return UUID.nameUUIDFromBytes(whole.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
