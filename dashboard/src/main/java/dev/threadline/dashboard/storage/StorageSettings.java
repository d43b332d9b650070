package dev.threadline.dashboard.storage;

import dev.threadline.dashboard.config.Section;
import dev.threadline.dashboard.error.DashboardErrors;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Where a warehouse lies, and how to read there.
 *
 * @param warehouse a folder of this machine, or a URI
 * @param hadoop settings of the file system under Hadoop's names, such as {@code fs.s3a.endpoint}
 * @param cache where copies are kept of what does not lie on this machine
 */
public record StorageSettings(String warehouse, Map<String, String> hadoop, CacheSettings cache) {

    private static final String STANDARD_WAREHOUSE = "warehouse";
    private static final String LOCAL = "file:";
    private static final String BY_SPARK = "spark.hadoop.";

    /** An address; one letter before the colon would be a drive. */
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:/.*");

    public StorageSettings {
        hadoop = Map.copyOf(hadoop);
    }

    /** A folder beside the one who has said nothing else. */
    public static StorageSettings standard() {
        return new StorageSettings(STANDARD_WAREHOUSE, Map.of(), CacheSettings.standard());
    }

    /** Reads {@code warehouse} and {@code storage} of the file. */
    public static StorageSettings read(Section top, CacheSettings cache) {
        Section storage = top.section("storage");
        Map<String, String> hadoop = new HashMap<>();
        for (String key : storage.keys()) {
            storage.text(key).ifPresent(value -> hadoop.put(key, value));
        }
        return new StorageSettings(top.text("warehouse").orElse(STANDARD_WAREHOUSE), hadoop, cache);
    }

    /** The same for another warehouse. */
    public StorageSettings at(String other) {
        return new StorageSettings(other, hadoop, cache);
    }

    /**
     * The same with settings of the command line, which go before those of the file.
     *
     * @param given by the names that Spark knows them by, so that they are written alike for every command
     */
    public StorageSettings with(Map<String, String> given) {
        Map<String, String> all = new HashMap<>(hadoop);
        given.forEach((key, value) -> {
            if (!key.startsWith(BY_SPARK)) {
                throw DashboardErrors.notAStorageSetting(key);
            }
            all.put(key.substring(BY_SPARK.length()), value);
        });
        return new StorageSettings(warehouse, all, cache);
    }

    /** The place itself. */
    public Storage open() {
        try {
            if (warehouse.startsWith(LOCAL)) {
                return new LocalFolder(Path.of(URI.create(warehouse)));
            }
            return ADDRESS.matcher(warehouse).matches()
                    ? new ObjectStore(warehouse, hadoop, cache)
                    : new LocalFolder(Path.of(warehouse));
        } catch (IllegalArgumentException unusable) {
            throw DashboardErrors.notAFolder(warehouse);
        }
    }
}
