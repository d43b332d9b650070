package dev.threadline.jobs.conversation;

import java.io.Serializable;

/**
 * What the outcome of a conversation follows from.
 *
 * @param open nothing ended it yet
 * @param merged the close that ended it was a merge
 * @param hasCustomerMessage the customer wrote publicly
 * @param botOnly a bot wrote publicly, and no human wrote, noted, was assigned or handed to
 * @param lastTurnUnanswered nobody answered the last turn
 * @param botAskedLast the bot's last message ends in a question
 */
public record OutcomeFacts(
        boolean open,
        boolean merged,
        boolean hasCustomerMessage,
        boolean botOnly,
        boolean lastTurnUnanswered,
        boolean botAskedLast)
        implements Serializable {

    /**
     * The first outcome that holds.
     *
     * @param customerCameBack the customer started another conversation within {@link Repeat#COMES_BACK_WITHIN}
     */
    public Outcome outcome(boolean customerCameBack) {
        if (open) {
            return Outcome.OPEN;
        }
        if (merged) {
            return Outcome.MERGED;
        }
        if (!hasCustomerMessage) {
            return Outcome.OUTREACH;
        }
        if (!botOnly) {
            return lastTurnUnanswered ? Outcome.UNANSWERED : Outcome.RESOLVED;
        }
        boolean leftOpen = lastTurnUnanswered || botAskedLast || customerCameBack;
        return leftOpen ? Outcome.ABANDONED_IN_BOT : Outcome.BOT_CONTAINED;
    }
}
