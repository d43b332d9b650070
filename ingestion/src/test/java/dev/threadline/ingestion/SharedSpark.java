package dev.threadline.ingestion;

import dev.threadline.ingestion.warehouse.SparkSessions;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** One small local session for all tests of this JVM. */
public final class SharedSpark {

    public static final SparkSession SPARK = SparkSessions.start(
            Map.of("spark.master", "local[2]", "spark.app.name", "test", "spark.sql.shuffle.partitions", "2"));

    private SharedSpark() {}
}
