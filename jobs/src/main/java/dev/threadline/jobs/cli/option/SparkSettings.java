package dev.threadline.jobs.cli.option;

import dev.threadline.jobs.config.Configuration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Spark's settings for a command. */
public final class SparkSettings {

    private static final String HADOOP = "spark.hadoop.";

    private SparkSettings() {}

    /** The configuration's settings of file systems, and those of the command line, which go before. */
    public static Map<String, String> of(Configuration configuration, Map<String, String> given) {
        Map<String, String> settings = new LinkedHashMap<>();
        configuration.storage().forEach((key, value) -> settings.put(HADOOP + key, value));
        settings.putAll(given);
        return settings;
    }
}
