package dev.threadline.jobs.pipeline.increment.window;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.unix_millis;

import dev.threadline.jobs.pipeline.fact.QueueName;
import java.time.Instant;
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

    /** Whether {@code [startInclusive, endExclusive)}, two columns of instants, overlaps with a window of the owner. */
    public Column overlap(Windows windows, Column owner, Column startInclusive, Column endExclusive) {
        return within(windows, startInclusive, endExclusive)
                .and(overlapMs(windows, owner, unix_millis(startInclusive), unix_millis(endExclusive)));
    }

    /** Whether {@code [startInclusive, endInclusive]}, two columns of instants, shares one with a window of the owner. */
    public Column touch(Windows windows, Column owner, Column startInclusive, Column endInclusive) {
        return within(windows, startInclusive, endInclusive)
                .and(overlapMs(
                        windows,
                        owner,
                        unix_millis(startInclusive),
                        unix_millis(endInclusive).plus(1)));
    }

    /** Spares most rows the look-up, and most files of a long history the reading: their statistics tell it. */
    private static Column within(Windows windows, Column start, Column end) {
        return windows.isEmpty()
                ? lit(false)
                : start.lt(lit(Instant.ofEpochMilli(windows.latest())))
                        .and(end.geq(lit(Instant.ofEpochMilli(windows.earliest()))));
    }

    private Column overlapMs(Windows windows, Column owner, Column startInclusive, Column endExclusive) {
        Broadcast<Windows> sent = broadcast(windows);
        return udf(
                        (UDF3<String, Long, Long, Boolean>)
                                (id, start, end) -> id != null && sent.value().overlap(id, start, end),
                        DataTypes.BooleanType)
                .apply(owner, startInclusive, endExclusive);
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
