package dev.threadline.jobs.boundary;

import dev.threadline.jobs.thread.Message;
import dev.threadline.jobs.thread.Role;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A conversation ends in a silence of at least the timer of the later activity's channel. While the customer waits, the
 * time up to a human's message is waiting, not silence, unless it reaches {@code giveUp}.
 */
public final class SilencePolicy implements BoundaryPolicy {

    private final SilenceTimer timer;
    private final long giveUpMs;

    public SilencePolicy(SilenceTimer timer, Duration giveUp) {
        this.timer = timer;
        this.giveUpMs = giveUp.toMillis();
    }

    @Override
    public Verdict decide(Gap gap) {
        Duration silence = timer.of(gap.later().channel());
        boolean waiting = gap.customerWaits() && gap.later().role() == Role.AGENT && gap.millis() < giveUpMs;
        if (waiting || !reaches(gap.millis(), silence)) {
            return Verdict.TOGETHER;
        }
        return new Verdict(true, EndReason.SILENCE, null, null);
    }

    @Override
    public boolean couldContinue(Message last, boolean customerWaits, long asOf) {
        long gapMs = asOf - last.sentAt();
        Duration silence = timer.of(last.channel());
        return !reaches(gapMs, silence) || (customerWaits && gapMs < giveUpMs);
    }

    @Override
    public EndReason reason() {
        return EndReason.SILENCE;
    }

    private static boolean reaches(long gapMs, @Nullable Duration silence) {
        return silence != null && gapMs >= silence.toMillis();
    }
}
