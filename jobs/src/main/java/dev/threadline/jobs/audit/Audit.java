package dev.threadline.jobs.audit;

import dev.threadline.jobs.sql.SqlFile;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Checks the laws of {@code audit/laws.sql} on the tables of a build. */
public final class Audit {

    private static final String LAWS = "/audit/laws.sql";

    private final SparkSession spark;

    public Audit(SparkSession spark) {
        this.spark = spark;
    }

    /** A law and how often it was broken. */
    public record Finding(String law, long violations) {}

    /**
     * Checks every law.
     *
     * @param tables the tables by the names that the laws call them
     * @return the laws with their violations, 0 where a law holds
     */
    public List<Finding> check(Map<String, Dataset<Row>> tables) {
        tables.forEach((name, rows) -> rows.createOrReplaceTempView(name));
        try {
            return spark.sql(SqlFile.read(LAWS)).collectAsList().stream()
                    .map(row -> new Finding(row.getString(0), row.getLong(1)))
                    .toList();
        } finally {
            tables.keySet().forEach(name -> spark.catalog().dropTempView(name));
        }
    }
}
