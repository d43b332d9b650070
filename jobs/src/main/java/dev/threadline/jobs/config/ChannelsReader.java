package dev.threadline.jobs.config;

import dev.threadline.jobs.yaml.Section;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads the rules of the channels, key by key: what the file says for the channel, else what {@link Defaults} say for it,
 * else the file's {@code default}, else the defaults' one.
 */
final class ChannelsReader {

    private static final String DEFAULT = "default";

    private ChannelsReader() {}

    static Channels read(Section section) {
        ChannelRules others = rules(section.section(DEFAULT), Defaults.CHANNEL);
        SortedMap<String, ChannelRules> channels = new TreeMap<>(Defaults.channels(others));
        for (String name : section.keys()) {
            if (!name.equals(DEFAULT)) {
                channels.put(name, rules(section.section(name), channels.getOrDefault(name, others)));
            }
        }
        return new Channels(others, channels);
    }

    private static ChannelRules rules(Section section, ChannelRules inherited) {
        Optional<Duration> inheritedSilence = Optional.ofNullable(inherited.silence());
        ChannelRules rules = new ChannelRules(
                section.value("silence", inheritedSilence, Values::silence).orElse(null),
                section.value("reopen-window", inherited.reopenWindow(), Values::reopenWindow),
                section.value("engagement-window", inherited.engagementWindow(), Durations::parsePositive));
        section.refuseUnknownKeys();
        return rules;
    }
}
