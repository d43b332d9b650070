package dev.threadline.jobs.config;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules of every channel.
 *
 * @param others the rules of channels that are not named
 * @param named the rules of the named channels, complete; in the order of their names
 */
public record Channels(ChannelRules others, Map<String, ChannelRules> named) implements Serializable {

    public Channels {
        named = Collections.unmodifiableMap(new LinkedHashMap<>(new TreeMap<>(named)));
    }

    /** The rules that hold on the channel. */
    public ChannelRules rules(@Nullable String channel) {
        return channel == null ? others : named.getOrDefault(channel, others);
    }

    Stream<ChannelRules> allRules() {
        return Stream.concat(Stream.of(others), named.values().stream());
    }
}
