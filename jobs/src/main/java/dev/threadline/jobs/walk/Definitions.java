package dev.threadline.jobs.walk;

import dev.threadline.jobs.boundary.BoundaryPolicy;
import dev.threadline.jobs.calendar.BusinessCalendar;
import dev.threadline.jobs.config.ChannelRules;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the user defines of conversations and their measures, as the walk asks for it. */
public interface Definitions {

    BoundaryPolicy policy();

    ChannelRules rules(String channel);

    /** The team's calendar, else the channel's, else one that is always open. */
    BusinessCalendar calendar(@Nullable String team, String channel);

    /** The longest attention credited to one message. */
    Duration attentionCap();

    /** Switches of speaker at most this far apart are synchronous. */
    Duration syncSwitch();

    /** Public messages at most this far apart are one live episode. */
    Duration episodeGap();
}
