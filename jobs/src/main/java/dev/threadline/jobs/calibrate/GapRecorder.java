package dev.threadline.jobs.calibrate;

import dev.threadline.jobs.boundary.BoundaryPolicy;
import dev.threadline.jobs.boundary.EndReason;
import dev.threadline.jobs.boundary.Gap;
import dev.threadline.jobs.boundary.Verdict;
import dev.threadline.jobs.thread.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Decides by the truth, and notes which gaps it was asked for: those that nothing explicit decides. */
final class GapRecorder implements BoundaryPolicy {

    private static final Verdict CUT = new Verdict(true, EndReason.MODEL, null, null);

    private final Predicate<Gap> truth;
    private final List<Gap> asked = new ArrayList<>();

    GapRecorder(Predicate<Gap> truth) {
        this.truth = truth;
    }

    /** The gaps, in the thread's order. */
    List<Gap> asked() {
        return asked;
    }

    @Override
    public Verdict decide(Gap gap) {
        asked.add(gap);
        return truth.test(gap) ? CUT : Verdict.TOGETHER;
    }

    @Override
    public Verdict atEnd(Message last, boolean customerWaits, long asOf) {
        return Verdict.TOGETHER;
    }
}
