package dev.threadline.ingestion.source;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds a wanted column by a name that a file spells it with; as everywhere in SQL, case does not matter. */
final class ColumnIndex implements Serializable {

    private static final long serialVersionUID = 1L;

    static final int NONE = -1;

    /** A log whose keys are ids would otherwise fill the memory with spellings. */
    private static final int MOST_REMEMBERED = 10_000;

    private final List<String> columns;
    private final Map<String, Integer> bySpelling = new HashMap<>();

    ColumnIndex(List<String> columns) {
        this.columns = List.copyOf(columns);
    }

    List<String> columns() {
        return columns;
    }

    /** The place of the column in the wanted ones, or {@link #NONE}. */
    int of(String spelling) {
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
