package dev.threadline.jobs.pipeline.increment;

import static org.apache.spark.sql.functions.udf;

import dev.threadline.jobs.pipeline.QueueName;
import java.util.Set;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.types.DataTypes;
import scala.reflect.ClassTag$;

/** Asks of a row whether it is about a known owner at a known time. */
final class WindowColumns {

    private final SparkSession spark;

    WindowColumns(SparkSession spark) {
        this.spark = spark;
    }

    /** Whether {@code [startInclusive, endExclusive)}, in epoch milliseconds, overlaps with a window of the owner. */
    Column overlap(Windows windows, Column owner, Column startInclusive, Column endExclusive) {
        Broadcast<Windows> sent = broadcast(windows);
        return udf(
                        (UDF3<String, Long, Long, Boolean>)
                                (id, start, end) -> id != null && sent.value().overlap(id, start, end),
                        DataTypes.BooleanType)
                .apply(owner, startInclusive, endExclusive);
    }

    /** Whether a value is one of some. */
    Column isOneOf(Set<String> values, Column value) {
        Broadcast<Set<String>> sent = broadcast(values);
        return udf((UDF1<String, Boolean>) id -> id != null && sent.value().contains(id), DataTypes.BooleanType)
                .apply(value);
    }

    /** The name of the queue of a channel and a team. */
    static Column queue(Column channel, Column team) {
        return udf((UDF2<String, String, String>) QueueName::of, DataTypes.StringType)
                .apply(channel, team);
    }

    <T> Broadcast<T> broadcast(T value) {
        return spark.sparkContext().broadcast(value, ClassTag$.MODULE$.apply(value.getClass()));
    }
}
