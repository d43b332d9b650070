package dev.threadline.jobs.walk;

import dev.threadline.jobs.boundary.BoundaryPolicy;
import dev.threadline.jobs.calendar.BusinessCalendar;
import dev.threadline.jobs.config.ChannelRules;
import dev.threadline.jobs.config.Configuration;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The user's definitions under a policy of choice; business time, which no boundary reads, is left out. */
public record PolicyDefinitions(Configuration configuration, BoundaryPolicy policy) implements Definitions {

    @Override
    public ChannelRules rules(String channel) {
        return configuration.rules(channel);
    }

    @Override
    public BusinessCalendar calendar(@Nullable String team, String channel) {
        return BusinessCalendar.alwaysOpen();
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
