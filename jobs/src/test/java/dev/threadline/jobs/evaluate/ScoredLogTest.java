package dev.threadline.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.jobs.config.Configuration;
import dev.threadline.jobs.gold.Folds;
import dev.threadline.jobs.gold.GoldLabels;
import dev.threadline.jobs.thread.Event;
import dev.threadline.jobs.thread.Log;
import dev.threadline.jobs.thread.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScoredLogTest {

    @Test
    void aTimerCutsAtItsLengthAndAbove() {
        ScoredLog log = scored(Log.sms().customer("10:00").agent("10:30", "a").customer("11:30"), "one", "one", "two");

        assertThat(tally(log, Duration.ofHours(1)).boundaries()).isEqualTo(new BoundaryScore(1, 0, 0));
        assertThat(tally(log, Duration.ofMinutes(61)).boundaries()).isEqualTo(new BoundaryScore(0, 0, 1));
        assertThat(tally(log, Duration.ofMinutes(30)).boundaries()).isEqualTo(new BoundaryScore(1, 1, 0));
    }

    @Test
    void anExplicitCloseDecidesBeforeAnyPolicy() {
        ScoredLog log = scored(
                Log.sms().customer("10:00").event("10:05", Event.CLOSED).customer("Fri 10:00"), "one", "-", "two");

        assertThat(tally(log, Duration.ofDays(30)).boundaries()).isEqualTo(new BoundaryScore(1, 0, 0));
    }

    @Test
    void onlyLabelledActivitiesAreScored() {
        ScoredLog log = scored(
                Log.sms().customer("10:00").bot("10:01").agent("10:02", "a").customer("Wed 10:00"),
                "one",
                "one",
                null,
                "two");

        assertThat(log.activities()).isEqualTo(2);
        assertThat(tally(log, Duration.ofHours(24)).boundaries()).isEqualTo(new BoundaryScore(1, 0, 0));
    }

    @Test
    void aThreadWithoutLabelsIsLeftOut() {
        ScoredLog log = ScoredLog.of(
                Configuration.defaults(), List.of(Log.sms().customer("10:00").messages()), new GoldLabels());

        assertThat(log.threads()).isEmpty();
    }

    @Test
    void everyThreadIsInOneFoldAndFoldsAreEqual() {
        Folds folds = new Folds(103, 5, 1);
        int[] sizes = new int[5];
        for (int thread = 0; thread < 103; thread++) {
            sizes[folds.of(thread)]++;
            assertThat(new Folds(103, 5, 1).of(thread)).isEqualTo(folds.of(thread));
        }

        assertThat(sizes).containsOnly(20, 21);
    }

    @Test
    void theGapIsTunedOnTheOtherFolds() {
        List<List<Message>> threads = new ArrayList<>();
        GoldLabels labels = new GoldLabels();
        for (int i = 0; i < 10; i++) {
            Log log = Log.sms()
                    .thread("t" + i, "c" + i)
                    .customer("10:00")
                    .customer("11:30")
                    .customer("14:30");
            threads.add(log.messages());
            labels.put("test", "t" + i, "m1", "one");
            labels.put("test", "t" + i, "m2", "one");
            labels.put("test", "t" + i, "m3", "two");
        }
        ScoredLog log = ScoredLog.of(Configuration.defaults(), threads, labels);
        Contender tuned = FixedGaps.tunedOnOtherFolds(log, new Folds(10, 5, 1));

        assertThat(log.tallies(tuned.policies())).allMatch(tally -> tally.mistakes() == 0);
    }

    /** A one-thread log with a label for each record, null for none. */
    private static ScoredLog scored(Log log, @Nullable String... conversations) {
        GoldLabels labels = new GoldLabels();
        for (int i = 0; i < conversations.length; i++) {
            String conversation = conversations[i];
            if (conversation != null) {
                labels.put("test", "t1", "m" + (i + 1), conversation);
            }
        }
        return ScoredLog.of(Configuration.defaults(), List.of(log.messages()), labels);
    }

    private static Tally tally(ScoredLog log, Duration timer) {
        return log.tallies(thread -> new TimerPolicy(timer)).get(0);
    }
}
