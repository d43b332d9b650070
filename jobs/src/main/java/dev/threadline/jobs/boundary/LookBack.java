package dev.threadline.jobs.boundary;

import dev.threadline.ingestion.text.Cue;
import dev.threadline.jobs.boundary.model.Feature;
import dev.threadline.jobs.thread.Message;
import dev.threadline.jobs.thread.Role;

/** What the activities before a gap tell about it, found by a walk back from it. */
final class LookBack {

    /** Activities up to the gap among which the habits of replies are looked for, with the one before each. */
    static final int ACTIVITIES = 17;

    private static final int LONGEST_RUN = 16;
    private static final int MOST_MISSING = 4;
    /** A mention of the customer's own tells of his habit as much as so many replies of whomever. */
    private static final int OWN_MENTION = 2;

    private static final int RECENT = 3;
    private static final int KNOWN_REPLIES = 8;

    private final GapFeatures features;
    private final Gap gap;
    private int run;
    private boolean runGoesOn = true;
    private int seen;
    private boolean thanks;
    private int replies;
    private int mentioningReplies;
    private boolean customerMentions;
    private final Addressees addressees;

    LookBack(GapFeatures features, Gap gap) {
        this.features = features;
        this.gap = gap;
        this.addressees = new Addressees(gap.later());
    }

    /** The most that a walk back could add to the {@linkplain GapFeatures#weighted weighted} sum. */
    static long most(int[] weights) {
        long mention = Math.max(
                Math.max(weights[Feature.MENTION_NEW.place()], weights[Feature.MENTION_USUAL.place()]),
                Math.max(
                        weights[Feature.MENTION_OTHER.place()],
                        (long) MOST_MISSING * weights[Feature.MENTION_MISSING.place()]));
        return Math.max(0, mention)
                + Math.max(0, weights[Feature.RECENT_CUSTOMER_THANKS.place()])
                + Math.max(0, (long) LogScale.of(LONGEST_RUN) * weights[Feature.RUN_BEFORE.place()]);
    }

    /** Takes what the sides alone tell. */
    void takeRun() {
        for (int i = gap.previous(); i >= 0 && runGoesOn && run < LONGEST_RUN; i--) {
            if (gap.thread().get(i).isActivity()) {
                seeRun(gap.thread().get(i));
            }
        }
        features.set(Feature.RUN_BEFORE, LogScale.of(run));
    }

    /** Takes what sides and texts tell. */
    void takeAll() {
        Message after = null;
        for (int i = gap.previous(); i >= 0 && seen < ACTIVITIES; i--) {
            Message message = gap.thread().get(i);
            if (message.isActivity()) {
                seeRun(message);
                seeThanks(message);
                addressees.see(message);
                customerMentions |= message.role() == Role.CUSTOMER && mentions(message);
                if (after != null && after.role() != message.role() && replies < KNOWN_REPLIES) {
                    replies++;
                    mentioningReplies += mentions(after) ? 1 : 0;
                }
                after = message;
                seen++;
            }
        }
        features.set(Feature.RUN_BEFORE, LogScale.of(run));
        features.set(Feature.RECENT_CUSTOMER_THANKS, thanks);
        takeMention(replies > 0 && 5 * mentioningReplies >= 4 * replies);
    }

    private void seeRun(Message message) {
        runGoesOn &= message.role() == gap.earlier().role();
        run += runGoesOn && run < LONGEST_RUN ? 1 : 0;
    }

    private void seeThanks(Message message) {
        boolean says = Cue.THANKS.in(message.cues()) || Cue.SOLVED.in(message.cues());
        thanks |= seen < RECENT && says && message.role() == Role.CUSTOMER;
    }

    private void takeMention(boolean usual) {
        if (!mentions(gap.later())) {
            boolean ownHabit = customerMentions && gap.later().role() == Role.CUSTOMER;
            int known = replies + (ownHabit ? OWN_MENTION : 0);
            features.set(Feature.MENTION_MISSING, usual ? Math.min(known, MOST_MISSING) : 0);
        } else if (addressees.isSomebodyElse()) {
            features.set(Feature.MENTION_OTHER, 1);
        } else {
            features.set(usual ? Feature.MENTION_USUAL : Feature.MENTION_NEW, 1);
        }
    }

    private static boolean mentions(Message message) {
        return Cue.MENTION.in(message.cues());
    }
}
