package dev.threadline.jobs.reference;

import dev.threadline.jobs.boundary.BoundaryPolicy;
import dev.threadline.jobs.boundary.SilencePolicy;
import dev.threadline.jobs.calendar.BusinessCalendar;
import dev.threadline.jobs.calendar.Calendars;
import dev.threadline.jobs.config.ChannelRules;
import dev.threadline.jobs.walk.Definitions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The reference's settings as the core asks for them; every calendar is always open. */
record SettingsAsDefinitions(Settings settings, Map<String, ChannelRules> rules) implements Definitions {

    SettingsAsDefinitions(Settings settings) {
        this(
                settings,
                settings.channelRules().stream()
                        .collect(Collectors.toMap(
                                ChannelRule::channel,
                                rule -> new ChannelRules(
                                        rule.silence(), rule.reopenWindow(), rule.engagementWindow()))));
    }

    @Override
    public BoundaryPolicy policy() {
        return new SilencePolicy(channel -> rules(channel).silence(), settings.giveUp());
    }

    @Override
    public ChannelRules rules(String channel) {
        ChannelRules own = rules.get(channel);
        return own != null ? own : Objects.requireNonNull(rules.get("default"));
    }

    @Override
    public BusinessCalendar calendar(@Nullable String team, String channel) {
        return new Calendars(List.of()).of(team, channel);
    }

    @Override
    public Duration attentionCap() {
        return settings.attentionCap();
    }

    @Override
    public Duration syncSwitch() {
        return settings.syncSwitch();
    }

    @Override
    public Duration episodeGap() {
        return settings.episodeGap();
    }
}
