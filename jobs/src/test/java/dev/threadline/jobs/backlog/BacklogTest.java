package dev.threadline.jobs.backlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.threadline.jobs.thread.Log;
import dev.threadline.jobs.time.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class BacklogTest {

    @Test
    void anHourCountsWhatIsOpenAtThatInstant() {
        Backlog backlog = new Backlog("sms", null, Log.at("Tue 00:00"));
        backlog.open(span("09:40", "11:10"));
        backlog.open(span("10:00", "11:00"));

        assertThat(backlog.hours())
                .extracting(BacklogHour::hourAt, BacklogHour::open)
                .containsExactly(tuple(Log.at("10:00"), 2), tuple(Log.at("11:00"), 1));
    }

    @Test
    void theOldestWaitIsMeasuredUpToTheHour() {
        Backlog backlog = new Backlog("sms", "billing", Log.at("Tue 00:00"));
        backlog.open(span("09:00", "12:30"));
        backlog.waiting(span("09:20", "10:30"));
        backlog.open(span("09:30", "10:10"));
        backlog.waiting(span("09:30", "10:10"));

        List<BacklogHour> hours = backlog.hours();
        assertThat(hours).extracting(BacklogHour::awaitingAgent).containsExactly(0, 2, 0, 0);
        assertThat(hours).extracting(BacklogHour::oldestWaitMs).containsExactly(null, 40 * 60_000L, null, null);
    }

    @Test
    void hoursWithoutAnythingOpenHaveNoRow() {
        Backlog backlog = new Backlog("sms", null, Log.at("Wed 00:00"));
        backlog.open(span("09:40", "10:10"));
        backlog.open(span("Tue 09:40", "Tue 10:10"));

        assertThat(backlog.hours())
                .extracting(BacklogHour::hourAt)
                .containsExactly(Log.at("10:00"), Log.at("Tue 10:00"));
    }

    @Test
    void nothingIsNotedAfterAsOf() {
        Backlog backlog = new Backlog("sms", null, Log.at("11:00"));
        backlog.open(span("09:40", "Sun 00:00"));

        assertThat(backlog.hours()).extracting(BacklogHour::hourAt).containsExactly(Log.at("10:00"), Log.at("11:00"));
    }

    private static Span span(String from, String to) {
        return new Span(Log.at(from), Log.at(to));
    }
}
