package dev.threadline.jobs.pipeline;

import dev.threadline.jobs.conversation.ConversationKey;
import dev.threadline.jobs.pipeline.fact.Finding;
import dev.threadline.jobs.walk.WalkedThread;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Hands each thread of a partition its findings, as both come in the order of the threads' hashes. */
final class FindingsOfThreads {

    private final Iterator<List<Finding>> groups;
    /** Findings of threads that share a hash with another one and come later. */
    private final List<List<Finding>> waiting = new ArrayList<>();

    FindingsOfThreads(Iterator<List<Finding>> groups) {
        this.groups = groups;
    }

    /** The findings of the next thread that has conversations. */
    List<Finding> of(WalkedThread thread) {
        ConversationKey key = thread.conversations().get(0).draft().key();
        for (List<Finding> group : waiting) {
            if (isOf(key, group)) {
                waiting.remove(group);
                return group;
            }
        }
        while (groups.hasNext()) {
            List<Finding> group = groups.next();
            if (isOf(key, group)) {
                return group;
            }
            waiting.add(group);
        }
        throw new IllegalStateException("no findings came to thread " + key.threadId()
                + "; both are to be shuffled by source and thread into the same number of partitions");
    }

    private static boolean isOf(ConversationKey key, List<Finding> group) {
        Finding first = group.get(0);
        return first.threadId().equals(key.threadId()) && first.source().equals(key.source());
    }
}
