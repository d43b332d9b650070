package dev.threadline.jobs.sensitivity;

import dev.threadline.jobs.boundary.BoundaryPolicy;
import dev.threadline.jobs.boundary.Gap;
import dev.threadline.jobs.boundary.LearnedPolicy;
import dev.threadline.jobs.config.Inference;
import dev.threadline.jobs.conversation.ConversationDraft;
import dev.threadline.jobs.conversation.Repeat;
import dev.threadline.jobs.thread.Message;
import dev.threadline.jobs.walk.ConfiguredDefinitions;
import dev.threadline.jobs.walk.ThreadWalk;
import dev.threadline.jobs.walk.WalkedConversation;
import dev.threadline.jobs.walk.WalkedThread;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Walks threads under each of the {@link ComparedPolicies}. Policies that would cut a thread at the same gaps find the same
 * conversations, so that a thread is walked once for each different cut, which for most is far from ten times.
 *
 * <p>Whether a customer came back within three days, which decides the outcome where only a bot answered, is looked for in
 * the thread alone.
 */
public final class PolicySensitivity {

    private final ConfiguredDefinitions configured;
    private final ThreadSample sample;
    private final long asOf;
    private final List<ComparedPolicies.Timed> timed;
    private final List<ComparedPolicies.Moved> moved;
    private final LearnedPolicy unmoved;
    private final SensitivityTotals totals = new SensitivityTotals();

    /** Starts with no thread; {@code asOf} is in epoch milliseconds. */
    public PolicySensitivity(
            ConfiguredDefinitions configured, Inference inference, Duration giveUp, ThreadSample sample, long asOf) {
        this.sample = sample;
        this.configured = configured;
        this.asOf = asOf;
        this.timed = ComparedPolicies.timed(giveUp);
        this.moved = ComparedPolicies.moved(inference.model(), giveUp, inference.maxGap());
        this.unmoved = new LearnedPolicy(inference.model(), giveUp, inference.maxGap());
    }

    /** Adds the conversations of one thread, whose records must be in order, if the thread is in the sample. */
    public void add(List<Message> thread) {
        if (!sample.takes(thread.get(0))) {
            return;
        }
        int[] cutBySilence = new int[timed.size()];
        int[] cutByModel = new int[moved.size()];
        countCuts(thread, cutBySilence, cutByModel);
        Map<Integer, PolicyTotals> found = new HashMap<>();
        for (int i = 0; i < cutBySilence.length; i++) {
            BoundaryPolicy policy = timed.get(i).policy();
            totals.of(timed.get(i).variant())
                    .add(found.computeIfAbsent(cutBySilence[i], unseen -> walk(thread, policy)));
        }
        found.clear();
        for (int i = 0; i < cutByModel.length; i++) {
            BoundaryPolicy policy = moved.get(i).policy();
            totals.of(moved.get(i).variant()).add(found.computeIfAbsent(cutByModel[i], unseen -> walk(thread, policy)));
        }
    }

    public SensitivityTotals totals() {
        return totals;
    }

    /**
     * Counts the gaps, and the time up to as-of, that each policy would cut if nothing else spoke against it. What a lower
     * timer or threshold cuts holds all that a higher one does, so equal counts are equal cuts.
     */
    private void countCuts(List<Message> thread, int[] bySilence, int[] byModel) {
        int least = moved.get(0).shift();
        int previous = -1;
        for (int next = 0; next < thread.size(); next++) {
            if (thread.get(next).isActivity()) {
                if (previous >= 0) {
                    Gap gap = new Gap(thread, previous, next, false);
                    count(gap.millis(), bySilence);
                    countModel(unmoved.margin(gap, least), byModel);
                }
                previous = next;
            }
        }
        if (previous >= 0) {
            count(asOf - thread.get(previous).sentAt(), bySilence);
            countModel(unmoved.marginAtEnd(thread.get(previous), asOf), byModel);
        }
    }

    private void count(long silenceMs, int[] cuts) {
        for (int i = 0; i < cuts.length && silenceMs >= timed.get(i).timerMs(); i++) {
            cuts[i]++;
        }
    }

    private void countModel(long margin, int[] cuts) {
        for (int i = 0; i < cuts.length && margin >= moved.get(i).shift(); i++) {
            cuts[i]++;
        }
    }

    private PolicyTotals walk(List<Message> thread, BoundaryPolicy policy) {
        return found(new ThreadWalk(configured.under(policy), asOf).walk(thread));
    }

    /** What the conversations of a walked thread come to. */
    static PolicyTotals found(WalkedThread thread) {
        List<WalkedConversation> conversations = thread.conversations();
        PolicyTotals found = new PolicyTotals();
        for (int i = 0; i < conversations.size(); i++) {
            ConversationDraft one = conversations.get(i).draft();
            ConversationDraft next =
                    i + 1 < conversations.size() ? conversations.get(i + 1).draft() : null;
            found.countConversation(one.lifecycle().reopens() > 0);
            boolean resolved = one.outcomeFacts().outcome(cameBack(one, next)).isResolution();
            if (resolved && one.resolution() != null) {
                found.observeResolution(one.resolution().wallMs());
            }
        }
        return found;
    }

    private static boolean cameBack(ConversationDraft one, @Nullable ConversationDraft next) {
        return next != null
                && next.lifecycle().startedByCustomer()
                && next.lifecycle().startedAt() - one.lifecycle().endedAt() < Repeat.COMES_BACK_WITHIN.toMillis();
    }
}
