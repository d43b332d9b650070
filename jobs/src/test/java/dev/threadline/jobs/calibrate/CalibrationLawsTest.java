package dev.threadline.jobs.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadline.ingestion.UserError;
import dev.threadline.jobs.boundary.LearnedPolicy;
import dev.threadline.jobs.boundary.model.BoundaryModel;
import dev.threadline.jobs.boundary.model.BoundaryModels;
import dev.threadline.jobs.boundary.model.Feature;
import dev.threadline.jobs.boundary.model.Scorecard;
import dev.threadline.jobs.config.Configuration;
import dev.threadline.jobs.evaluate.Measure;
import dev.threadline.jobs.evaluate.ScoredLog;
import dev.threadline.jobs.evaluate.Tally;
import dev.threadline.jobs.gold.LabelledThread;
import dev.threadline.jobs.thread.Event;
import dev.threadline.jobs.thread.Log;
import dev.threadline.jobs.thread.Message;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrationLawsTest {

    private static final Configuration CONFIGURATION = Configuration.defaults();
    private static final BoundaryModel BASE = BoundaryModels.shipped();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theOrderOfTheLogIsOfNoMatter(long seed) {
        SixHourLog log = new SixHourLog(seed, 60);
        List<List<Message>> shuffled = new ArrayList<>();
        for (List<Message> thread : log.threads) {
            List<Message> records = new ArrayList<>(thread);
            Collections.shuffle(records, new Random(seed));
            shuffled.add(records);
        }
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(BoundaryModels.write(fromGold(log, shuffled).model()))
                .isEqualTo(BoundaryModels.write(fromGold(log, log.threads).model()));
        assertThat(BoundaryModels.write(fromLog(shuffled).model()))
                .isEqualTo(BoundaryModels.write(fromLog(log.threads).model()));
    }

    @Test
    void labelsOfASixHourBusinessTeachSixHours() {
        BoundaryModel learned =
                fromGold(new SixHourLog(1, 200), new SixHourLog(1, 200).threads).model();
        SixHourLog unseen = new SixHourLog(99, 100);

        assertThat(f1(unseen, learned)).isGreaterThan(0.9).isGreaterThan(f1(unseen, BASE) + 0.1);
    }

    @Test
    void aModelIsReadAsItWasWritten() {
        BoundaryModel learned =
                fromGold(new SixHourLog(1, 60), new SixHourLog(1, 60).threads).model();

        assertThat(BoundaryModels.parse(BoundaryModels.write(learned), "test")).isEqualTo(learned);
    }

    @Test
    void fewLabelsMoveTheModelLittle() {
        SixHourLog one = new SixHourLog(5, 1);
        BoundaryModel little = fromGold(one, one.threads).model();
        BoundaryModel much =
                fromGold(new SixHourLog(1, 200), new SixHourLog(1, 200).threads).model();

        assertThat(distance(little)).isLessThan(distance(much) / 2);
    }

    @Test
    void theReportSaysHowAndHowSure() {
        SixHourLog log = new SixHourLog(1, 60);

        assertThat(fromGold(log, log.threads).report())
                .containsEntry("method", "ridge logistic regression from gold labels")
                .containsEntry("certainty", "high")
                .containsKeys("data", "held-out");
        assertThat(fromLog(log.threads).report()).containsEntry("certainty", "low");
    }

    @Test
    void whereOpeningsFollowShortSilencesTheLogAloneTeachesIt() {
        List<List<Message>> threads = new ArrayList<>();
        for (int thread = 0; thread < 80; thread++) {
            threads.add(Log.sms()
                    .customer("08:00")
                    .saying("Hello, where is my parcel?")
                    .agent("08:05", "a")
                    .saying("On its way")
                    .customer(thread % 4 == 0 ? "18:05" : "08:10")
                    .saying("ok, that is what I was told yesterday")
                    .agent("18:10", "a")
                    .saying("Fine")
                    .customer("Tue 04:10")
                    .saying("Hello, I need help, the invoice of last week is wrong. Can you check it?")
                    .messages());
        }
        Calibration learned = fromLog(threads);

        assertThat(learned.report().get("found")).startsWith("more boundaries than the model assumes, most after 8 h");
        assertThat(learned.model().others().withText().weights())
                .isNotEqualTo(BASE.others().withText().weights());
        Collections.shuffle(threads, new Random(1));
        assertThat(BoundaryModels.write(fromLog(threads).model())).isEqualTo(BoundaryModels.write(learned.model()));
        assertThat(fromLog(threads.subList(0, 0)).model().others()).isEqualTo(BASE.others());
    }

    @Test
    void aLogWithoutClosesTeachesNothingByThem() {
        List<LabelledGap> none = CloseGaps.of(new SixHourLog(1, 5).threads, CONFIGURATION);

        assertThatThrownBy(() -> new LabelCalibration(BASE).fromCloses(none))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("explicit closes")
                .hasMessageContaining("--gold");
    }

    @Test
    void closesTeachWordsAndNothingElse() {
        List<Message> thread = Log.sms()
                .customer("10:00")
                .saying("Hello, where is my parcel?")
                .agent("10:05", "a")
                .saying("On its way")
                .event("10:10", Event.CLOSED)
                .customer("Fri 10:00")
                .saying("Hello, the invoice is wrong")
                .event("Fri 10:30", Event.CLOSED)
                .messages();
        Scorecard learned = new LabelCalibration(BASE)
                .fromCloses(CloseGaps.of(Collections.nCopies(60, thread), CONFIGURATION))
                .model()
                .others()
                .withText();
        Scorecard before = BASE.others().withText();

        assertThat(learned.weights().get(Feature.NEXT_GREETING))
                .isGreaterThan(before.weights().get(Feature.NEXT_GREETING));
        assertThat(learned.threshold()).isEqualTo(before.threshold());
        assertThat(learned.confidence()).isEqualTo(before.confidence());
        for (Feature feature : Feature.visible(false)) {
            assertThat(learned.weights().get(feature))
                    .as(feature.key())
                    .isEqualTo(before.weights().get(feature));
        }
    }

    private static Calibration fromGold(SixHourLog log, List<List<Message>> threads) {
        return new LabelCalibration(BASE)
                .fromGold(GoldGaps.of(LabelledThread.join(threads, log.labels), CONFIGURATION));
    }

    private static Calibration fromLog(List<List<Message>> threads) {
        return new LogCalibration(BASE).fromLog(threads, CONFIGURATION);
    }

    private static double f1(SixHourLog log, BoundaryModel model) {
        LearnedPolicy policy = new LearnedPolicy(model, CONFIGURATION.giveUp(), null);
        return Measure.F1.of(ScoredLog.of(CONFIGURATION, log.threads, log.labels).tallies(thread -> policy).stream()
                .reduce(Tally.NOTHING, Tally::plus));
    }

    private static long distance(BoundaryModel model) {
        return Math.abs(model.others().withoutText().intercept()
                - BASE.others().withoutText().intercept());
    }
}
