package dev.threadline.jobs.cli.learn;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.threadline.jobs.config.Configuration;
import dev.threadline.jobs.evaluate.Bootstrap;
import dev.threadline.jobs.evaluate.Contender;
import dev.threadline.jobs.evaluate.Evaluation;
import dev.threadline.jobs.evaluate.FixedGaps;
import dev.threadline.jobs.evaluate.ScoredLog;
import dev.threadline.jobs.evaluate.TimerPolicy;
import dev.threadline.jobs.gold.GoldLabels;
import dev.threadline.jobs.thread.Log;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportFormatTest {

    private static final Evaluation EVALUATION = evaluation();

    @Test
    void jsonHasNumbersAndNullForWhatIsNotDefined() throws JsonProcessingException {
        JsonNode json = new ObjectMapper().readTree(ReportFormat.JSON.text(EVALUATION));

        assertThat(json.get("boundaries").asInt()).isEqualTo(1);
        JsonNode found = json.get("policies").get(0);
        JsonNode missed = json.get("policies").get(1);
        assertThat(found.get("f1").get("value").asDouble()).isEqualTo(1);
        assertThat(missed.get("precision").get("value").isNull()).isTrue();
        assertThat(json.get("worst_threads").get(0).get("thread_id").asText()).isEqualTo("t1");
    }

    @Test
    void csvQuotesNamesAndLeavesTheUndefinedEmpty() {
        assertThat(ReportFormat.CSV.text(EVALUATION).lines())
                .contains("gap 24h,true,1,1,f1,1.000000,1.000000,1.000000")
                .contains("\"learned:a,b.yml\",false,0,1,precision,,,");
    }

    @Test
    void theTableNamesTheBestGapAndTheWorstThreads() {
        assertThat(ReportFormat.TABLE.text(EVALUATION))
                .contains("1 threads · 3 activities · 1 boundaries · k = 1")
                .contains("Best fixed gap by f1: gap 24h, 1.000")
                .contains("learned:a,b.yml: test t1 · 1 of 1 boundaries missed, 0 wrong cuts in 3 activities");
    }

    private static Evaluation evaluation() {
        GoldLabels labels = new GoldLabels();
        labels.put("test", "t1", "m1", "one");
        labels.put("test", "t1", "m2", "one");
        labels.put("test", "t1", "m3", "two");
        Log thread = Log.sms().customer("10:00").agent("10:05", "a").customer("Thu 10:00");
        ScoredLog log = ScoredLog.of(Configuration.defaults(), List.of(thread.messages()), labels);
        List<Contender> contenders = List.of(
                FixedGaps.contender(Duration.ofHours(24)),
                Contender.of("learned:a,b.yml", new TimerPolicy(Duration.ofDays(30))));
        return Evaluation.of(log, contenders, new Bootstrap(1, 100), 3);
    }
}
