package dev.threadline.jobs.config;

import dev.threadline.jobs.yaml.Section;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the targets: teams, and in each the lengths by channel. */
final class TargetsReader {

    private TargetsReader() {}

    static Targets read(Section section) {
        SortedMap<String, SortedMap<String, Duration>> byTeam = new TreeMap<>();
        for (String team : section.keys()) {
            Section channels = section.section(team);
            SortedMap<String, Duration> lengths = new TreeMap<>();
            for (String channel : channels.keys()) {
                lengths.put(channel, channels.value(channel, Duration.ZERO, Durations::parsePositive));
            }
            byTeam.put(team, lengths);
        }
        return new Targets(byTeam);
    }
}
