package dev.threadline.jobs.boundary;

import dev.threadline.jobs.thread.Message;
import dev.threadline.jobs.thread.Role;
import java.time.Duration;

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
        if (waiting || silence == null || gap.millis() < silence.toMillis()) {
            return Verdict.TOGETHER;
        }
        return Verdict.silence(EndSentences.silencePassed(silence));
    }

    @Override
    public Verdict atEnd(Message last, boolean customerWaits, long asOf) {
        long gapMs = asOf - last.sentAt();
        Duration silence = timer.of(last.channel());
        if (customerWaits && gapMs < giveUpMs) {
            return Verdict.open(EndSentences.CUSTOMER_WAITS);
        }
        if (silence == null) {
            return Verdict.open(EndSentences.NO_TIMER);
        }
        return gapMs < silence.toMillis()
                ? Verdict.open(EndSentences.notYetSilent(silence))
                : Verdict.silence(EndSentences.silencePassed(silence));
    }
}
