package dev.threadline.jobs.config;

import dev.threadline.jobs.yaml.Section;
import java.util.Map;
import java.util.TreeMap;

/** Reads the settings of the file systems that warehouse and logs may lie on. */
final class StorageReader {

    private StorageReader() {}

    static Map<String, String> read(Section section) {
        Map<String, String> storage = new TreeMap<>();
        for (String key : section.keys()) {
            storage.put(section.key(key, key, Values::hadoopName), section.value(key, "", Values::text));
        }
        return storage;
    }
}
