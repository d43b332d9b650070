package dev.threadline.dashboard.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
        try (InputStream file = Resource.class.getResourceAsStream(name + ".sql")) {
            if (file == null) {
                throw new IllegalArgumentException("there is no file " + name + ".sql");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
