package dev.threadline.ingestion.warehouse;

import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** The one place that builds a Spark session, so that every table is written and read under the same settings. */
public final class SparkSessions {

    private static final String LOCAL = "local";

    /** What no user may change: the meaning of the stored tables depends on it. */
    private static final Map<String, String> CONVENTIONS = Map.ofEntries(
            Map.entry("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension"),
            Map.entry("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog"),
            Map.entry("spark.sql.session.timeZone", "UTC"),
            Map.entry("spark.sql.datetime.java8API.enabled", "true"),
            // The default, INT96, has no statistics and is read as a naive time by other engines.
            Map.entry("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS"),
            // One value that a mapping cannot cast is one reject; under ANSI rules it would stop the whole run.
            Map.entry("spark.sql.ansi.enabled", "false"),
            Map.entry("spark.sql.legacy.timeParserPolicy", "CORRECTED"),
            // Publications pin versions for as long as they are retained; Delta would refuse those older than a week.
            Map.entry("spark.databricks.delta.vacuum.enforceTimeTravelWithinDeletedFileRetentionDuration", "false"));

    /** What suits tables of this size; any of it can be overridden. */
    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("spark.master", LOCAL + "[*]"),
            Map.entry("spark.app.name", "threadline"),
            Map.entry("spark.ui.enabled", "false"),
            Map.entry("spark.ui.showConsoleProgress", "false"),
            Map.entry("spark.sql.shuffle.partitions", "32"),
            // Spark makes this folder for tables by name, which nobody here uses: one that is there already.
            Map.entry(
                    "spark.sql.warehouse.dir",
                    Path.of(System.getProperty("java.io.tmpdir")).toUri().toString()),
            // What is kept between walks is small and read soon: looking for repetitions took longer than it saved.
            Map.entry("spark.sql.inMemoryColumnarStorage.compressed", "false"),
            Map.entry("spark.sql.parquet.compression.codec", "snappy"),
            // Delta's own takes it for granted that only one program writes.
            Map.entry("spark.delta.logStore.s3a.impl", CreateOnceLogStore.class.getName()),
            // The default of 50 makes a small write several times as dear as it need be.
            Map.entry("spark.databricks.delta.snapshotPartitions", "1"));

    private SparkSessions() {}

    /**
     * Starts a session, or returns the one of this JVM.
     *
     * <p>Precedence: {@code settings}, then what {@code spark-submit} or system properties say, then the defaults
     * (master {@code local[*]}, no web UI).
     *
     * @param settings Spark settings by their full names, such as {@code spark.master}
     */
    public static SparkSession start(Map<String, String> settings) {
        SparkConf conf = new SparkConf();
        settings.forEach(conf::set);
        DEFAULTS.forEach(conf::setIfMissing);
        CONVENTIONS.forEach(conf::set);
        if (conf.get("spark.master").startsWith(LOCAL)) {
            // A laptop's host name often does not resolve, and nobody else needs to reach this driver.
            conf.setIfMissing("spark.driver.host", "127.0.0.1");
            conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
            LocalFiles.settings().forEach(conf::setIfMissing);
            // They tell whether a lost part of a shuffle came out the same again; one process loses none.
            conf.setIfMissing("spark.sql.shuffle.orderIndependentChecksum.enabled", "false");
            conf.setIfMissing("spark.sql.shuffle.orderIndependentChecksum.enableFullRetryOnMismatch", "false");
        }
        return SparkSession.builder().config(conf).getOrCreate();
    }
}
