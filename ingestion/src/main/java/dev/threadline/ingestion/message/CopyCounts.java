package dev.threadline.ingestion.message;

import java.io.Serializable;
import org.apache.spark.SparkContext;
import org.apache.spark.util.LongAccumulator;

/**
 * What a {@link CopyWalk} saw, counted where it goes.
 *
 * @param newMessages messages that the table does not have
 * @param changedMessages messages of the table that the arrived copies change
 * @param arrived good records of each file, copies among them
 */
record CopyCounts(LongAccumulator newMessages, LongAccumulator changedMessages, RecordsPerFile arrived)
        implements Serializable {

    static CopyCounts start(SparkContext spark) {
        RecordsPerFile arrived = new RecordsPerFile();
        spark.register(arrived);
        return new CopyCounts(spark.longAccumulator(), spark.longAccumulator(), arrived);
    }
}
