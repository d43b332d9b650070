package dev.threadline.jobs.sensitivity;

import dev.threadline.jobs.boundary.BoundaryPolicy;
import dev.threadline.jobs.calendar.BusinessCalendar;
import dev.threadline.jobs.config.ChannelRules;
import dev.threadline.jobs.walk.Definitions;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Definitions with another policy; all else is as configured. */
record WithPolicy(Definitions configured, BoundaryPolicy policy) implements Definitions {

    @Override
    public ChannelRules rules(String channel) {
        return configured.rules(channel);
    }

    @Override
    public BusinessCalendar calendar(@Nullable String team, String channel) {
        return configured.calendar(team, channel);
    }

    @Override
    public Duration attentionCap() {
        return configured.attentionCap();
    }

    @Override
    public Duration syncSwitch() {
        return configured.syncSwitch();
    }

    @Override
    public Duration episodeGap() {
        return configured.episodeGap();
    }
}
