package dev.threadline.jobs.walk;

import dev.threadline.jobs.boundary.EndSentences;
import dev.threadline.jobs.boundary.Gap;
import dev.threadline.jobs.boundary.Verdict;
import dev.threadline.jobs.config.ChannelRules;
import dev.threadline.jobs.thread.Acknowledgements;
import dev.threadline.jobs.thread.Event;
import dev.threadline.jobs.thread.Message;
import dev.threadline.jobs.thread.Role;
import dev.threadline.jobs.thread.ThreadOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Walks one thread once: cuts it into conversations between its activities, attaches every other record, and measures
 * each conversation. A pure function of the thread's records, the definitions and as-of.
 */
public final class ThreadWalk {

    private static final Verdict OPENED = Verdict.explicit(EndSentences.OPENED);

    private final Definitions definitions;
    private final long asOf;

    /** A walk that ignores nothing: hand it only records sent at or before {@code asOf} (epoch milliseconds). */
    public ThreadWalk(Definitions definitions, long asOf) {
        this.definitions = definitions;
        this.asOf = asOf;
    }

    /** Walks the records of one thread, in any order; the list is sorted in place. */
    public WalkedThread walk(List<Message> thread) {
        thread.sort(ThreadOrder.COMPARATOR);
        return new Pass(thread).run();
    }

    private final class Pass {
        private final List<Message> thread;
        private final boolean[] acknowledgements;
        private final Set<String> bots = new HashSet<>();
        private final List<WalkedConversation> conversations = new ArrayList<>();
        private final List<PlacedRecord> placed = new ArrayList<>();
        private @Nullable ConversationWalk current;
        private int previous = -1;
        private @Nullable ChannelRules rules;
        private @Nullable String rulesOf;

        Pass(List<Message> thread) {
            this.thread = thread;
            this.acknowledgements = Acknowledgements.in(thread);
            for (Message message : thread) {
                if (message.role() == Role.BOT && message.senderId() != null) {
                    bots.add(message.senderId());
                }
            }
        }

        WalkedThread run() {
            for (int i = 0; i < thread.size(); i++) {
                if (thread.get(i).isActivity()) {
                    reach(i);
                    previous = i;
                }
            }
            attach(thread.size(), null, false);
            if (current != null) {
                conclude(current, lastVerdict(current));
            }
            return new WalkedThread(conversations, placed);
        }

        /** Comes to the next activity: the records since the one before it find their place, then it is taken itself. */
        private void reach(int next) {
            Message activity = thread.get(next);
            Verdict verdict = current == null ? OPENED : decide(current, next);
            List<Integer> forward = attach(next, activity, verdict.boundary());
            if (verdict.boundary()) {
                if (current != null) {
                    conclude(current, verdict);
                }
                current = new ConversationWalk(activity, next + 1, definitions.attentionCap());
                forward.forEach(i -> take(i, activity));
            }
            take(next, activity);
        }

        /** Gives the records before {@code to} to the conversation before them; returns those that wait for the next. */
        private List<Integer> attach(int to, @Nullable Message next, boolean boundary) {
            Message before = previous < 0 ? null : thread.get(previous);
            List<Integer> forward = new ArrayList<>();
            for (int i = previous + 1; i < to; i++) {
                Message message = thread.get(i);
                Duration silence = rules(message.channel()).silence();
                Attachment attachment = Attachment.of(message, before, next, boundary, silence);
                if (attachment == Attachment.NONE) {
                    placed.add(new PlacedRecord(message, null, i + 1, null, null));
                } else if (attachment == Attachment.FORWARD && boundary) {
                    forward.add(i);
                } else {
                    take(i, next == null ? message : next);
                }
            }
            return forward;
        }

        private Verdict decide(ConversationWalk walk, int next) {
            Standing trial = walk.standing.copy();
            Message activity = thread.get(next);
            Duration window = rules(activity.channel()).reopenWindow();
            Message close = trial.isClosed() ? walk.lastClose : null;
            for (int i = previous + 1; i < next; i++) {
                if (thread.get(i).is(Event.OPENED)) {
                    return OPENED;
                }
                if (trial.apply(record(i), window) == Standing.Change.CLOSED) {
                    close = thread.get(i);
                }
            }
            if (close != null) {
                boolean windowPassed = activity.sentAt() - close.sentAt() >= window.toMillis();
                return windowPassed ? Verdict.explicit(EndSentences.closed(close)) : Verdict.TOGETHER;
            }
            return definitions.policy().decide(new Gap(thread, previous, next, trial.customerWaits()));
        }

        private Verdict lastVerdict(ConversationWalk walk) {
            return walk.standing.isClosed() && walk.lastClose != null
                    ? Verdict.explicit(EndSentences.closed(walk.lastClose))
                    : definitions.policy().atEnd(walk.lastActivity, walk.standing.customerWaits(), asOf);
        }

        /** Adds a record to the current conversation; how long that can be reopened is up to the activity ahead. */
        private void take(int index, Message activityAhead) {
            Duration window = rules(activityAhead.channel()).reopenWindow();
            placed.add(Objects.requireNonNull(current).add(record(index), window));
        }

        private void conclude(ConversationWalk walk, Verdict verdict) {
            conversations.add(new Conclusion(walk, verdict, definitions, asOf).conversation());
        }

        /** Those of the channel asked before, as threads seldom change it. */
        private ChannelRules rules(String channel) {
            if (rules == null || !channel.equals(rulesOf)) {
                rules = definitions.rules(channel);
                rulesOf = channel;
            }
            return rules;
        }

        private ThreadRecord record(int index) {
            Message message = thread.get(index);
            boolean assigneeIsBot = message.assigneeId() != null && bots.contains(message.assigneeId());
            return new ThreadRecord(index + 1, message, acknowledgements[index], assigneeIsBot);
        }
    }
}
