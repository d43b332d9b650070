package dev.threadline.jobs.pipeline;

import dev.threadline.jobs.daily.DailyMetrics;
import dev.threadline.jobs.daily.DailyMetricsTable;
import dev.threadline.jobs.daily.DayKey;
import dev.threadline.jobs.daily.DayTotals;
import dev.threadline.jobs.walk.CompletedConversation;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import scala.Tuple2;

/** Rolls complete conversations up by day: inside each partition first, then across them. */
final class DailyMetricsJob {

    private DailyMetricsJob() {}

    static Dataset<Row> run(SparkSession spark, CompletedThreads completed, ZoneId reportZone) {
        JavaRDD<Tuple2<DayKey, DayTotals>> parts =
                completed.partitions(conversations -> roll(conversations, reportZone));
        JavaRDD<Row> rows = JavaPairRDD.fromJavaRDD(parts)
                .reduceByKey(DayTotals::plus, 1)
                .map(day -> DailyMetricsTable.TABLE.toRow(new DailyMetricsTable.Day(day._1(), day._2())));
        return spark.createDataFrame(rows, DailyMetricsTable.TABLE.schema());
    }

    private static Iterator<Tuple2<DayKey, DayTotals>> roll(
            Stream<CompletedConversation> conversations, ZoneId reportZone) {
        DailyMetrics metrics = new DailyMetrics(reportZone);
        conversations.forEach(completed -> {
            metrics.add(completed.conversation());
            completed.turnRows().forEach(turn -> metrics.add(completed.conversation(), turn));
        });
        return metrics.days().entrySet().stream()
                .map(day -> new Tuple2<>(day.getKey(), day.getValue()))
                .iterator();
    }
}
