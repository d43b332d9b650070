package dev.threadline.ingestion.source.column;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Finds a wanted column by a name that a file spells it with; as everywhere in SQL, case does not matter. For one thread at
 * a time.
 */
public final class ColumnIndex implements Serializable {

    private static final long serialVersionUID = 1L;

    /** The place of a name that is no wanted column's. */
    public static final int NONE = -1;

    /** A log whose keys are ids would otherwise fill the memory with spellings. */
    private static final int MOST_REMEMBERED = 10_000;

    private final List<String> columns;
    private final Map<String, Integer> bySpelling = new HashMap<>();

    /** Of the wanted columns, in the order of their places. */
    public ColumnIndex(List<String> columns) {
        this.columns = List.copyOf(columns);
    }

    /** The wanted columns, in the order of their places. */
    public List<String> columns() {
        return columns;
    }

    /** The place of the column in the wanted ones, from 0, or {@link #NONE}. */
    public int of(String spelling) {
        Integer known = bySpelling.get(spelling);
        if (known != null) {
            return known;
        }
        int found = find(spelling);
        if (bySpelling.size() < MOST_REMEMBERED) {
            bySpelling.put(spelling, found);
        }
        return found;
    }

    private int find(String spelling) {
        String folded = spelling.toLowerCase(Locale.ROOT);
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).toLowerCase(Locale.ROOT).equals(folded)) {
                return i;
            }
        }
        return NONE;
    }
}
