package dev.threadline.jobs.pipeline.increment;

import dev.threadline.jobs.pipeline.fact.Fact;
import dev.threadline.jobs.pipeline.fact.Facts;
import dev.threadline.jobs.pipeline.increment.stated.State;
import dev.threadline.jobs.pipeline.increment.stated.Stated;
import dev.threadline.jobs.pipeline.input.MessageRows;
import dev.threadline.jobs.pipeline.shuffle.Groups;
import dev.threadline.jobs.pipeline.shuffle.Streams;
import dev.threadline.jobs.thread.Message;
import dev.threadline.jobs.walk.ThreadWalk;
import dev.threadline.jobs.walk.WalkedConversation;
import dev.threadline.jobs.walk.WalkedThread;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.InternalRow;

/** A thread as it was at the last publication and as it is. */
record ThreadChange(WalkedThread before, WalkedThread after) {

    private static final WalkedThread NOTHING = new WalkedThread(List.of(), List.of());

    /** The threads of a partition that may have changed: each is walked as it was and as it is. */
    static Stream<ThreadChange> walk(Iterator<InternalRow> rows, ChangePlan plan) {
        ThreadWalk before = plan.before().walk();
        ThreadWalk after = plan.after().walk();
        return threads(rows)
                .map(thread -> new ThreadChange(walk(before, thread, State.BEFORE), walk(after, thread, State.AFTER)));
    }

    /** The threads of a partition that are as they were. */
    static Stream<ThreadChange> walkUnchanged(Iterator<InternalRow> rows, ChangePlan plan) {
        ThreadWalk walk = plan.after().walk();
        return threads(rows).map(thread -> {
            WalkedThread walked = walk(walk, thread, State.AFTER);
            return new ThreadChange(walked, walked);
        });
    }

    /** Whether it is known to be as it was, and so was walked once. */
    @SuppressWarnings("ReferenceEquality") // one walk, not two that happen to come to the same
    boolean isUnchanged() {
        return before == after;
    }

    /** What its conversations that are not the same tell, and told, of their agents, their customer and their queue. */
    List<Stated<Fact>> changedFacts() {
        return Stated.compare(facts(changedBefore()), facts(changedAfter()));
    }

    /** What each of those that are the same tells, as it did. */
    List<List<Stated<Fact>>> unchangedFacts() {
        Set<Integer> changed =
                changedAfter().stream().map(WalkedConversation::place).collect(Collectors.toSet());
        return after.conversations().stream()
                .filter(walked -> !changed.contains(walked.place()))
                .map(walked -> Facts.of(walked).stream()
                        .map(fact -> new Stated<>(fact, State.BOTH))
                        .toList())
                .toList();
    }

    private static List<Fact> facts(List<WalkedConversation> conversations) {
        return conversations.stream()
                .flatMap(walked -> Facts.of(walked).stream())
                .toList();
    }

    /** Conversations as they were that are not the same now. */
    List<WalkedConversation> changedBefore() {
        return differing(before, after);
    }

    /** Conversations as they are that were not the same before. */
    List<WalkedConversation> changedAfter() {
        return differing(after, before);
    }

    @SuppressWarnings("ReferenceEquality") // one walk, not two that happen to come to the same
    private static List<WalkedConversation> differing(WalkedThread thread, WalkedThread other) {
        if (thread == other) {
            return List.of();
        }
        Map<String, WalkedConversation> others = new HashMap<>();
        other.conversations().forEach(walked -> others.put(walked.draft().key().conversationId(), walked));
        return thread.conversations().stream()
                .filter(walked -> !walked.equals(others.get(walked.draft().key().conversationId())))
                .toList();
    }

    private static WalkedThread walk(ThreadWalk walk, List<Stated<Message>> thread, State wanted) {
        List<Message> messages = new ArrayList<>(thread.size());
        for (Stated<Message> message : thread) {
            if (message.state() == State.BOTH || message.state() == wanted) {
                messages.add(message.value());
            }
        }
        return messages.isEmpty() ? NOTHING : walk.walk(messages);
    }

    private static Stream<List<Stated<Message>>> threads(Iterator<InternalRow> rows) {
        MessageRows reader = new MessageRows();
        return Streams.of(new Groups<>(
                rows,
                row -> new Stated<>(reader.read(row), State.of(row.getInt(MessageRows.BEHIND))),
                ThreadChange::sameThread));
    }

    private static boolean sameThread(Stated<Message> a, Stated<Message> b) {
        return a.value().threadId().equals(b.value().threadId())
                && a.value().source().equals(b.value().source());
    }
}
