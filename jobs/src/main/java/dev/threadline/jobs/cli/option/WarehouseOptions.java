package dev.threadline.jobs.cli.option;

import dev.threadline.jobs.config.Configuration;
import dev.threadline.jobs.config.Configurations;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that every command on a warehouse has. */
public final class WarehouseOptions {

    @Option(
            names = "--warehouse",
            paramLabel = "DIR",
            description = "Folder or URI of the tables. Default: the configuration's, else ./warehouse.")
    private @Nullable String warehouse;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Configuration. Default: ./threadline.yml if there is one.")
    private @Nullable Path config;

    @Option(names = "--master", paramLabel = "URL", description = "Spark master. Default: local[*], this machine.")
    private @Nullable String master;

    @Option(names = "--conf", paramLabel = "KEY=VALUE", description = "Any Spark setting; may be repeated.")
    private Map<String, String> conf = new LinkedHashMap<>();

    /** The effective configuration: the file's, with what the command line says in place; a user error if it has mistakes. */
    public Configuration configuration() {
        Configuration configuration = Configurations.of(config);
        return warehouse == null ? configuration : configuration.withWarehouse(warehouse);
    }

    /** Spark's settings: the configuration's for its file systems, and what the command line says, which goes before. */
    public Map<String, String> sparkSettings(Configuration configuration) {
        Map<String, String> settings = SparkSettings.of(configuration, conf);
        if (master != null) {
            settings.put("spark.master", master);
            if (!master.startsWith("local")) {
                ClusterJar.find().ifPresent(jar -> settings.putIfAbsent("spark.jars", jar.toString()));
            }
        }
        return settings;
    }
}
