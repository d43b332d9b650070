package dev.threadline.jobs.config;

import java.io.Serializable;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules of every channel.
 *
 * @param others the rules of channels that are not named
 * @param named the rules of the named channels, complete
 */
public record Channels(ChannelRules others, SortedMap<String, ChannelRules> named) implements Serializable {

    public Channels {
        named = Collections.unmodifiableSortedMap(new TreeMap<>(named));
    }

    /** The rules that hold on the channel. */
    public ChannelRules rules(@Nullable String channel) {
        return channel == null ? others : named.getOrDefault(channel, others);
    }

    Stream<ChannelRules> allRules() {
        return Stream.concat(Stream.of(others), named.values().stream());
    }
}
