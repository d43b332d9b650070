package dev.threadline.jobs.pipeline.shuffle;

import org.apache.spark.sql.SparkSession;

/** How many pieces a shuffle is cut into. */
public final class Partitions {

    /** A piece of this many records sorts in memory and still is worth a task. */
    private static final long RECORDS_PER_PARTITION = 250_000;

    private Partitions() {}

    /** As many pieces as keep each small. */
    public static int forRecords(SparkSession spark, long records) {
        return inWholeRounds(spark, (records + RECORDS_PER_PARTITION - 1) / RECORDS_PER_PARTITION);
    }

    /** At least so many pieces: rounded up to a multiple of the cores, so that none waits while others do a last piece. */
    public static int inWholeRounds(SparkSession spark, long pieces) {
        int cores = spark.sparkContext().defaultParallelism();
        return Math.toIntExact(Math.max(1, (pieces + cores - 1) / cores) * cores);
    }
}
