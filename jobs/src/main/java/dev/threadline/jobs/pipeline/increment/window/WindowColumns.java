package dev.threadline.jobs.pipeline.increment.window;

import static org.apache.spark.sql.functions.udf;

import dev.threadline.jobs.pipeline.fact.QueueName;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.types.DataTypes;
import scala.reflect.ClassTag$;

/** Asks of a row whether it is about a known owner at a known time. */
public final class WindowColumns {

    private final SparkSession spark;

    /** For queries of this session. */
    public WindowColumns(SparkSession spark) {
        this.spark = spark;
    }

    /** Whether {@code [startInclusive, endExclusive)}, in epoch milliseconds, overlaps with a window of the owner. */
    public Column overlap(Windows windows, Column owner, Column startInclusive, Column endExclusive) {
        Broadcast<Windows> sent = broadcast(windows);
        Column overlaps = udf(
                        (UDF3<String, Long, Long, Boolean>)
                                (id, start, end) -> id != null && sent.value().overlap(id, start, end),
                        DataTypes.BooleanType)
                .apply(owner, startInclusive, endExclusive);
        // Spares most rows the look-up.
        return endExclusive
                .gt(windows.earliest())
                .and(startInclusive.lt(windows.latest()))
                .and(overlaps);
    }

    /** The name of the queue of a channel and a team. */
    public static Column queue(Column channel, Column team) {
        return udf((UDF2<String, String, String>) QueueName::of, DataTypes.StringType)
                .apply(channel, team);
    }

    /** Sends a value to every worker, once. */
    public <T> Broadcast<T> broadcast(T value) {
        return spark.sparkContext().broadcast(value, ClassTag$.MODULE$.apply(value.getClass()));
    }
}
