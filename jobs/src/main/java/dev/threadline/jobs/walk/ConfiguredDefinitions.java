package dev.threadline.jobs.walk;

import dev.threadline.jobs.boundary.BoundaryPolicy;
import dev.threadline.jobs.boundary.LearnedPolicy;
import dev.threadline.jobs.boundary.SilencePolicy;
import dev.threadline.jobs.boundary.model.BoundaryModel;
import dev.threadline.jobs.calendar.BusinessCalendar;
import dev.threadline.jobs.calendar.Calendars;
import dev.threadline.jobs.config.ChannelRules;
import dev.threadline.jobs.config.Configuration;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The definitions as the user configured them, under a policy. */
public record ConfiguredDefinitions(Configuration configuration, Calendars calendars, BoundaryPolicy policy)
        implements Definitions {

    /** With the business hours of the configuration. */
    public static ConfiguredDefinitions of(Configuration configuration, BoundaryPolicy policy) {
        return new ConfiguredDefinitions(configuration, new Calendars(configuration.schedules()), policy);
    }

    /** Without business time, which no boundary reads: for who asks where conversations end and nothing else. */
    public static ConfiguredDefinitions forBoundaries(Configuration configuration, BoundaryPolicy policy) {
        return new ConfiguredDefinitions(configuration, new Calendars(List.of()), policy);
    }

    /** The configured timers of silence. */
    public static BoundaryPolicy silence(Configuration configuration) {
        return new SilencePolicy(channel -> configuration.rules(channel).silence(), configuration.giveUp());
    }

    /** A model within the limits of the configuration. */
    public static BoundaryPolicy learned(Configuration configuration, BoundaryModel model) {
        return new LearnedPolicy(
                model, configuration.giveUp(), configuration.inference().maxGap());
    }

    /** The same under another policy. */
    public ConfiguredDefinitions under(BoundaryPolicy other) {
        return new ConfiguredDefinitions(configuration, calendars, other);
    }

    @Override
    public ChannelRules rules(String channel) {
        return configuration.rules(channel);
    }

    @Override
    public BusinessCalendar calendar(@Nullable String team, String channel) {
        return calendars.of(team, channel);
    }

    @Override
    public Duration attentionCap() {
        return configuration.attentionCap();
    }

    @Override
    public Duration syncSwitch() {
        return configuration.syncSwitch();
    }

    @Override
    public Duration episodeGap() {
        return configuration.episodeGap();
    }
}
