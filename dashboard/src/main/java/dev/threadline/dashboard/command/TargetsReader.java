package dev.threadline.dashboard.command;

import dev.threadline.dashboard.config.Lengths;
import dev.threadline.dashboard.config.Section;
import dev.threadline.dashboard.web.question.Targets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Reads {@code targets:} of the configuration: teams, and in each the lengths of time by channel. */
final class TargetsReader {

    private TargetsReader() {}

    static Targets read(Section targets) {
        Map<String, Map<String, Duration>> byTeam = new HashMap<>();
        for (String team : targets.keys()) {
            Section channels = targets.section(team);
            Map<String, Duration> lengths = new HashMap<>();
            for (String channel : channels.keys()) {
                channels.text(channel, Lengths::parse).ifPresent(length -> lengths.put(channel, length));
            }
            byTeam.put(team, lengths);
        }
        return new Targets(byTeam);
    }
}
