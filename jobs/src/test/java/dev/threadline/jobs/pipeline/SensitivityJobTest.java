package dev.threadline.jobs.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.ingestion.message.MessagesTable;
import dev.threadline.ingestion.warehouse.AgeBands;
import dev.threadline.ingestion.warehouse.SparkSessions;
import dev.threadline.jobs.config.Configurations;
import dev.threadline.jobs.sensitivity.ThreadSample;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Encoders;
import org.junit.jupiter.api.Test;

class SensitivityJobTest {

    private static final ThreadSample ONE_IN_FORTY = new ThreadSample(40);

    @Test
    void sparkSamplesTheThreadsThatTheCoreSamples() {
        List<String> ids = Stream.concat(
                        IntStream.range(0, 20_000).mapToObj(number -> "thread-" + number),
                        Stream.of("", "ü", "日本", "\uD83D\uDE00", " +49 151 23456789"))
                .toList();
        WalkPlan plan = new WalkPlan(Configurations.parse("", "test"), ONE_IN_FORTY, AgeBands.of(0, 0));

        List<String> sampled = SparkSessions.start(Map.of("spark.master", "local[2]"))
                .createDataset(ids, Encoders.STRING())
                .toDF(MessagesTable.THREAD_ID)
                .where(SensitivityJob.isSampled(plan))
                .as(Encoders.STRING())
                .collectAsList();

        assertThat(sampled)
                .containsExactlyInAnyOrderElementsOf(ids.stream()
                        .filter(id -> ONE_IN_FORTY.takes(id.getBytes(StandardCharsets.UTF_8)))
                        .toList());
        assertThat(sampled).as("an even share").hasSizeBetween(400, 600);
    }
}
