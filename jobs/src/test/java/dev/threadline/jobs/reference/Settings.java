package dev.threadline.jobs.reference;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The configuration that the reference knows. */
public record Settings(
        List<ChannelRule> channelRules,
        Duration giveUp,
        Duration attentionCap,
        Duration syncSwitch,
        Duration episodeGap,
        ZoneId reportZone) {

    /** The defaults of the definitions, as configured when nothing is. */
    public static final Settings DEFAULTS = new Settings(
            List.of(
                    new ChannelRule("default", Duration.ofHours(24), Duration.ofHours(72), Duration.ofMinutes(60)),
                    new ChannelRule("webchat", Duration.ofMinutes(30), Duration.ofMinutes(30), Duration.ofMinutes(10)),
                    new ChannelRule("email", Duration.ofHours(72), Duration.ofHours(72), Duration.ofMinutes(60))),
            Duration.ofDays(14),
            Duration.ofMinutes(5),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            ZoneId.of("UTC"));

    /** The same settings with a rule for one more channel. */
    public Settings with(ChannelRule rule) {
        List<ChannelRule> rules = new ArrayList<>(channelRules);
        rules.add(rule);
        return new Settings(List.copyOf(rules), giveUp, attentionCap, syncSwitch, episodeGap, reportZone);
    }

    /** The same settings with days of another zone. */
    public Settings reportingIn(ZoneId zone) {
        return new Settings(channelRules, giveUp, attentionCap, syncSwitch, episodeGap, zone);
    }
}
