package dev.threadline.jobs.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.threadline.jobs.config.Configuration;
import dev.threadline.jobs.gold.GoldLabels;
import dev.threadline.jobs.gold.LabelledThread;
import dev.threadline.jobs.thread.Event;
import dev.threadline.jobs.thread.Log;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelledGapsTest {

    private static final Configuration CONFIGURATION = Configuration.defaults();

    @Test
    void aCloseAndTheNextActivityBeyondTheReopenWindowTeachABoundary() {
        Log log = Log.sms()
                .customer("10:00")
                .agent("10:05", "a")
                .event("10:10", Event.CLOSED)
                .customer("Fri 10:00");

        assertThat(closes(log))
                .extracting(LabelledGap::millis, LabelledGap::boundary)
                .containsExactlyInAnyOrder(
                        tuple(Duration.ofMinutes(5).toMillis(), false),
                        tuple(Duration.ofMinutes(4 * 24 * 60 - 5).toMillis(), true));
    }

    @Test
    void aReturnWithinTheReopenWindowTeachesNothing() {
        Log log = Log.sms()
                .customer("10:00")
                .event("10:10", Event.CLOSED)
                .customer("Tue 10:00")
                .event("Tue 11:00", Event.CLOSED);

        assertThat(closes(log)).isEmpty();
    }

    @Test
    void gapsThatNobodyClosedTeachNothing() {
        Log log = Log.sms()
                .customer("10:00")
                .event("10:10", Event.CLOSED)
                .customer("Fri 10:00")
                .customer("Sun 10:00");

        assertThat(closes(log)).hasSize(1).allMatch(LabelledGap::boundary);
    }

    @Test
    void labelsTeachOnlyWhereNoEventDecides() {
        Log log = Log.sms()
                .customer("10:00")
                .event("10:10", Event.CLOSED)
                .customer("Fri 10:00")
                .customer("Fri 11:00");
        GoldLabels labels = new GoldLabels();
        labels.put(null, "t1", "m1", "one");
        labels.put(null, "t1", "m3", "two");
        labels.put(null, "t1", "m4", "three");

        List<LabelledGap> gaps = GoldGaps.of(LabelledThread.join(List.of(log.messages()), labels), CONFIGURATION);
        assertThat(gaps).hasSize(1).allMatch(LabelledGap::boundary);
        assertThat(gaps.get(0).millis()).isEqualTo(Duration.ofHours(1).toMillis());
    }

    private static List<LabelledGap> closes(Log log) {
        return CloseGaps.of(List.of(log.messages()), CONFIGURATION);
    }
}
