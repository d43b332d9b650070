package dev.threadline.jobs.config;

import dev.threadline.jobs.boundary.model.BoundaryModels;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.SortedMap;
import java.util.TreeMap;

/** What holds where the file says nothing. {@code docs/configuration.md} says why. */
public final class Defaults {

    public static final String WAREHOUSE = "./warehouse";
    public static final ZoneId REPORT_ZONE = ZoneId.of("UTC");
    public static final Policy POLICY = Policy.SILENCE;
    public static final Inference INFERENCE = new Inference(POLICY, null, BoundaryModels.shipped(), null);
    public static final Duration GIVE_UP = Duration.ofDays(14);
    public static final Duration ATTENTION_CAP = Duration.ofMinutes(5);
    public static final Duration SYNC_SWITCH = Duration.ofMinutes(2);
    public static final Duration EPISODE_GAP = Duration.ofMinutes(5);
    public static final Percentage MAX_REJECTS = new Percentage(BigDecimal.valueOf(5));
    public static final Retention RETENTION = new Retention(Duration.ofDays(30), null);
    public static final DashboardSettings DASHBOARD = new DashboardSettings(false);

    /** The rules of a channel that is not named. */
    public static final ChannelRules CHANNEL =
            new ChannelRules(Duration.ofHours(24), Duration.ofHours(72), Duration.ofMinutes(60));

    public static final ChannelRules WEBCHAT =
            new ChannelRules(Duration.ofMinutes(30), Duration.ofMinutes(30), Duration.ofMinutes(10));

    /** E-mail differs from other channels in this alone. */
    public static final Duration EMAIL_SILENCE = Duration.ofDays(3);

    private Defaults() {}

    /** The channels with rules of their own, given the rules of all others. */
    static SortedMap<String, ChannelRules> channels(ChannelRules others) {
        SortedMap<String, ChannelRules> channels = new TreeMap<>();
        channels.put("webchat", WEBCHAT);
        channels.put("email", new ChannelRules(EMAIL_SILENCE, others.reopenWindow(), others.engagementWindow()));
        return channels;
    }
}
