package dev.threadline.jobs.pipeline;

import org.apache.spark.sql.SparkSession;

/** How many pieces a shuffle is cut into. */
public final class Partitions {

    /** A piece of this many records sorts in memory and still is worth a task. */
    private static final long RECORDS_PER_PARTITION = 250_000;

    private Partitions() {}

    /** At least one piece per core, so that all work. */
    public static int forRecords(SparkSession spark, long records) {
        long pieces = (records + RECORDS_PER_PARTITION - 1) / RECORDS_PER_PARTITION;
        return (int) Math.max(spark.sparkContext().defaultParallelism(), pieces);
    }
}
