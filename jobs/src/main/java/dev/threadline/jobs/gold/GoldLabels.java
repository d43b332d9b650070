package dev.threadline.jobs.gold;

import dev.threadline.jobs.thread.Message;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The conversation that each message of a log truly belongs to, as a file of labels says. */
public final class GoldLabels {

    private final Map<ThreadKey, Map<String, String>> byThread = new HashMap<>();
    private long labels;
    private @Nullable String contradicted;

    /** Where labels name no source they hold for a thread of that id in any. */
    private record ThreadKey(@Nullable String source, String threadId) {}

    /**
     * Notes a message's conversation.
     *
     * @param source the source of the thread, or null if the labels do not say
     * @param conversation any name that the messages of one conversation share within their thread
     */
    public void put(@Nullable String source, String threadId, String messageId, String conversation) {
        Map<String, String> thread = byThread.computeIfAbsent(new ThreadKey(source, threadId), key -> new HashMap<>());
        String before = thread.putIfAbsent(messageId, conversation);
        if (before == null) {
            labels++;
        } else if (!before.equals(conversation)) {
            contradicted = "message " + messageId + " of thread " + threadId;
        }
    }

    /** A message that two conversations are said of, if there is one. */
    public Optional<String> contradicted() {
        return Optional.ofNullable(contradicted);
    }

    /** How many labels belong to no message of these threads. */
    public long without(Collection<List<Message>> threads) {
        long found = 0;
        for (List<Message> thread : threads) {
            Map<String, String> ours = of(thread.get(0).source(), thread.get(0).threadId());
            found += thread.stream()
                    .filter(message -> ours.containsKey(message.messageId()))
                    .count();
        }
        return Math.max(0, labels - found);
    }

    /** The conversations by message of one thread; empty where nothing is known of it. */
    public Map<String, String> of(String source, String threadId) {
        Map<String, String> exact = byThread.get(new ThreadKey(source, threadId));
        return exact != null ? exact : byThread.getOrDefault(new ThreadKey(null, threadId), Map.of());
    }

    /** The ids of threads that have labels. */
    public Set<String> threadIds() {
        return byThread.keySet().stream().map(ThreadKey::threadId).collect(Collectors.toCollection(TreeSet::new));
    }

    /** How many messages have a label. */
    public long size() {
        return labels;
    }
}
