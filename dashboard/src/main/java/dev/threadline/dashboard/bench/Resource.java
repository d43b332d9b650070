package dev.threadline.dashboard.bench;

import dev.threadline.dashboard.query.SqlFile;
import java.util.Map;

/** The benchmark's SQL. */
final class Resource {

    private Resource() {}

    /** The text of {@code <name>.sql}, with values in the places {@code ${key}}. */
    static String sql(String name, Map<String, String> values) {
        String text = sql(name);
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("${" + value.getKey() + "}", value.getValue());
        }
        return text;
    }

    static String sql(String name) {
        return SqlFile.read(Resource.class, name);
    }
}
