package dev.threadline.jobs.boundary;

import dev.threadline.jobs.boundary.model.BoundaryModel;
import dev.threadline.jobs.boundary.model.Scorecards;
import dev.threadline.jobs.thread.Message;
import dev.threadline.jobs.thread.Role;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A conversation ends where a model's score of the gap reaches its threshold. The score is made of whole numbers from what
 * lies before the gap and the one activity behind it, so no later record changes a decision, and every machine comes to the
 * same.
 *
 * <p>A conversation is open while a message would rather belong to it: while the customer waits, until {@code giveUp}; else
 * while a message of the customer, of which nothing were known but its time, would score below the threshold, and no longer
 * than {@code giveUp}.
 */
public final class LearnedPolicy implements BoundaryPolicy {

    private final Map<String, CompiledCards> channels = new HashMap<>();
    private final CompiledCards others;
    private final long giveUpMs;
    private final long maxGapMs;

    /**
     * A policy by a model.
     *
     * @param giveUp how long an unanswered customer is waiting
     * @param maxGap a gap of this length ends a conversation whatever the model says; {@code null} if none does
     */
    public LearnedPolicy(BoundaryModel model, Duration giveUp, @Nullable Duration maxGap) {
        this.others = new CompiledCards(model.others());
        model.channels().forEach((channel, cards) -> channels.put(channel, new CompiledCards(cards)));
        this.giveUpMs = giveUp.toMillis();
        this.maxGapMs = maxGap == null ? Long.MAX_VALUE : maxGap.toMillis();
    }

    @Override
    public Verdict decide(Gap gap) {
        if (gap.millis() >= maxGapMs) {
            return Verdict.silence(EndSentences.MAX_GAP_PASSED);
        }
        GapFeatures features = GapFeatures.near(gap, giveUpMs);
        CompiledCard card = card(gap, features);
        if (card.isSurelyBelow(card.threshold(), features)) {
            return Verdict.TOGETHER;
        }
        features.lookBack(gap);
        long score = card.score(features);
        return score < card.threshold()
                ? Verdict.TOGETHER
                : Verdict.model(card.perMille(score), ModelExplanation.of(gap, features, card));
    }

    @Override
    public Verdict atEnd(Message last, boolean customerWaits, long asOf) {
        long gapMs = silenceAtEnd(last, asOf);
        if (gapMs >= maxGapMs) {
            return Verdict.silence(EndSentences.MAX_GAP_PASSED);
        }
        if (customerWaits && gapMs < giveUpMs) {
            return Verdict.open(EndSentences.CUSTOMER_WAITS);
        }
        CompiledCard card = cardAtEnd(last);
        long score = scoreAtEnd(last, asOf);
        return score < card.threshold() && gapMs < giveUpMs
                ? Verdict.open(EndSentences.COULD_GO_ON)
                : Verdict.model(card.perMille(score), EndSentences.NOTHING_MORE);
    }

    /** The score of a gap, in ten-thousandths of a logit. */
    public long score(Gap gap) {
        GapFeatures features = GapFeatures.of(gap, giveUpMs);
        return card(gap, features).score(features);
    }

    /**
     * How far a gap's score is above the threshold, and below {@code least} anything below it.
     *
     * @return {@code Long.MAX_VALUE} for a gap that ends a conversation whatever the model says
     */
    public long margin(Gap gap, long least) {
        if (gap.millis() >= maxGapMs) {
            return Long.MAX_VALUE;
        }
        GapFeatures features = GapFeatures.near(gap, giveUpMs);
        CompiledCard card = card(gap, features);
        if (!card.isSurelyBelow(card.threshold() + least, features)) {
            features.lookBack(gap);
            return card.score(features) - card.threshold();
        }
        return Long.MIN_VALUE;
    }

    /** How far the score that decides {@link #atEnd}, where nobody waits, is above the threshold. */
    public long marginAtEnd(Message last, long asOf) {
        return scoreAtEnd(last, asOf) - cardAtEnd(last).threshold();
    }

    private CompiledCard cardAtEnd(Message last) {
        return channels.getOrDefault(last.channel(), others).withoutText();
    }

    private long scoreAtEnd(Message last, long asOf) {
        long gapMs = silenceAtEnd(last, asOf);
        return cardAtEnd(last).score(GapFeatures.ofLengthAlone(gapMs, last.role() == Role.CUSTOMER));
    }

    /** Once a conversation would have been given up, more silence says no more about its end. */
    private long silenceAtEnd(Message last, long asOf) {
        return Math.min(asOf - last.sentAt(), giveUpMs);
    }

    private CompiledCard card(Gap gap, GapFeatures features) {
        CompiledCards cards = channels.getOrDefault(gap.later().channel(), others);
        return features.hasText() ? cards.withText() : cards.withoutText();
    }

    private record CompiledCards(CompiledCard withText, CompiledCard withoutText) {

        CompiledCards(Scorecards cards) {
            this(new CompiledCard(cards.withText()), new CompiledCard(cards.withoutText()));
        }
    }
}
