package dev.threadline.jobs.boundary;

import dev.threadline.ingestion.text.Cue;
import dev.threadline.jobs.boundary.model.Feature;
import dev.threadline.jobs.thread.Kind;
import dev.threadline.jobs.thread.Message;
import dev.threadline.jobs.thread.Role;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What a model sees of one gap. It looks at the next activity, back over at most {@value LookBack#ACTIVITIES} before the gap,
 * and at who began the thread, so that a record is looked at a bounded number of times; never ahead, and at no other decision.
 */
public final class GapFeatures {

    private static final int LONGEST_TEXT = 400;
    private static final int FOUR_HOURS = LogScale.ofMillis(Duration.ofHours(4).toMillis());
    /** What {@code waiting*long} and {@code agent_again*long} go up to. */
    public static final int LONGEST_BEYOND_FOUR_HOURS = 128;

    private final int[] values = new int[Feature.values().length];
    private final boolean hasText;

    private GapFeatures(Gap gap, long giveUpMs) {
        Message earlier = gap.earlier();
        Message later = gap.later();
        hasText = Cue.HAS_TEXT.in(earlier.cues()) && Cue.HAS_TEXT.in(later.cues());
        takeLength(gap.millis());
        takeSides(gap, giveUpMs);
        set(Feature.CAMPAIGN, later.role() == Role.CUSTOMER && followsCampaign(gap));
        if (hasText) {
            takeNext(later);
            takePrevious(earlier);
        }
    }

    private GapFeatures(long millis, boolean customerBefore) {
        hasText = false;
        takeLength(millis);
        set(Feature.CUSTOMER_AGAIN, customerBefore);
    }

    /**
     * The features of a gap.
     *
     * @param giveUpMs from this length on an unanswered customer is no longer waiting
     */
    public static GapFeatures of(Gap gap, long giveUpMs) {
        GapFeatures features = near(gap, giveUpMs);
        features.lookBack(gap);
        return features;
    }

    /** The features that the two activities and what lies between them tell; the others are 0 until {@link #lookBack}. */
    static GapFeatures near(Gap gap, long giveUpMs) {
        return new GapFeatures(gap, giveUpMs);
    }

    /** Adds what the activities before the gap tell. */
    void lookBack(Gap gap) {
        if (hasText) {
            new LookBack(this, gap).takeAll();
        } else {
            new LookBack(this, gap).takeRun();
        }
    }

    /** The features of a customer's message of which nothing is known but the gap before it. */
    static GapFeatures ofLengthAlone(long millis, boolean customerBefore) {
        return new GapFeatures(millis, customerBefore);
    }

    /** The sum of all features, each times its weight at {@link Feature#place}. */
    long weighted(int[] weights) {
        long sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += (long) weights[i] * values[i];
        }
        return sum;
    }

    /** Whether the activities on both sides have text; without, features that read it are 0. */
    public boolean hasText() {
        return hasText;
    }

    public int value(Feature feature) {
        return values[feature.place()];
    }

    void set(Feature feature, boolean holds) {
        values[feature.place()] = holds ? 1 : 0;
    }

    void set(Feature feature, int value) {
        values[feature.place()] = value;
    }

    private void takeLength(long millis) {
        int length = LogScale.ofMillis(millis);
        set(Feature.GAP, length);
        set(Feature.GAP_OVER_1M, Math.max(0, length - Knots.ONE_MINUTE));
        set(Feature.GAP_OVER_1H, Math.max(0, length - Knots.ONE_HOUR));
        set(Feature.GAP_OVER_4H, Math.max(0, length - FOUR_HOURS));
        set(Feature.GAP_OVER_2D, Math.max(0, length - Knots.TWO_DAYS));
        set(Feature.GAP_OVER_8D, Math.max(0, length - Knots.EIGHT_DAYS));
        set(Feature.GAP_OVER_32D, Math.max(0, length - Knots.THIRTY_TWO_DAYS));
    }

    private void takeSides(Gap gap, long giveUpMs) {
        Message earlier = gap.earlier();
        Message later = gap.later();
        boolean customerBefore = earlier.role() == Role.CUSTOMER;
        if (mayBegin(gap)) {
            set(Feature.CUSTOMER_AGAIN, customerBefore == (later.role() == Role.CUSTOMER));
            return;
        }
        int beyond = Math.min(Math.max(0, value(Feature.GAP) - FOUR_HOURS), LONGEST_BEYOND_FOUR_HOURS);
        if (!customerBefore || gap.millis() >= giveUpMs) {
            set(Feature.AGENT_AGAIN, 1);
            set(Feature.AGENT_AGAIN_LONG, beyond);
            set(Feature.SAME_AGENT_AGAIN, Objects.equals(earlier.senderId(), later.senderId()));
        } else if (hasText && Cue.BRIEF_THANKS.in(earlier.cues())) {
            set(Feature.AGENT_AFTER_THANKS, 1);
        } else {
            set(Feature.WAITING, 1);
            set(Feature.WAITING_LONG, beyond);
        }
    }

    /** Whether the next activity may begin a conversation like any: a customer's may, a human's where the business began. */
    static boolean mayBegin(Gap gap) {
        return gap.later().role() == Role.CUSTOMER || Beginning.isByBusiness(gap.thread());
    }

    private static boolean followsCampaign(Gap gap) {
        List<Message> thread = gap.thread();
        for (int i = gap.next() - 1; i > gap.previous(); i--) {
            if (thread.get(i).kind() == Kind.CAMPAIGN) {
                return gap.later().answers(thread.get(i));
            }
        }
        return false;
    }

    private void takeNext(Message next) {
        int cues = next.cues();
        set(Feature.NEXT_GREETING, Cue.GREETING.in(cues));
        set(Feature.NEXT_CONTINUATION, Cue.CONTINUATION.in(cues));
        set(Feature.NEXT_BACK, Cue.BACK.in(cues));
        set(Feature.NEXT_REQUEST, Cue.REQUEST.in(cues));
        set(Feature.NEXT_STARTS_THANKS, Cue.STARTS_THANKS.in(cues));
        set(Feature.NEXT_QUESTION, Cue.QUESTION.in(cues));
        set(Feature.NEXT_QUOTE, Cue.QUOTE.in(cues));
        set(Feature.NEXT_LENGTH, LogScale.of(Math.min(LONGEST_TEXT, next.textLength()) + 1L));
    }

    private void takePrevious(Message previous) {
        set(Feature.PREV_THANKS, Cue.THANKS.in(previous.cues()));
        set(Feature.PREV_QUESTION, Cue.QUESTION.in(previous.cues()));
    }

    /** The lengths at which the weight of the gap's length may change. */
    private static final class Knots {
        static final int ONE_MINUTE = LogScale.ofMillis(Duration.ofMinutes(1).toMillis());
        static final int ONE_HOUR = LogScale.ofMillis(Duration.ofHours(1).toMillis());
        static final int TWO_DAYS = LogScale.ofMillis(Duration.ofDays(2).toMillis());
        static final int EIGHT_DAYS = LogScale.ofMillis(Duration.ofDays(8).toMillis());
        static final int THIRTY_TWO_DAYS = LogScale.ofMillis(Duration.ofDays(32).toMillis());
    }
}
