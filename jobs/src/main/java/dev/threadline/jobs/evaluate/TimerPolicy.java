package dev.threadline.jobs.evaluate;

import dev.threadline.jobs.boundary.BoundaryPolicy;
import dev.threadline.jobs.boundary.EndReason;
import dev.threadline.jobs.boundary.Gap;
import dev.threadline.jobs.boundary.Verdict;
import dev.threadline.jobs.thread.Message;
import java.time.Duration;

/** What everybody else does, as the baseline: one gap for all channels, whoever waits. */
public final class TimerPolicy implements BoundaryPolicy {

    private static final Verdict CUT = new Verdict(true, EndReason.SILENCE, null, null);

    private final long timerMs;

    /** Cuts at gaps of at least {@code timer}. */
    public TimerPolicy(Duration timer) {
        this.timerMs = timer.toMillis();
    }

    @Override
    public Verdict decide(Gap gap) {
        return gap.millis() >= timerMs ? CUT : Verdict.TOGETHER;
    }

    @Override
    public Verdict atEnd(Message last, boolean customerWaits, long asOf) {
        return asOf - last.sentAt() >= timerMs ? CUT : Verdict.TOGETHER;
    }
}
