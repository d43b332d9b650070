package dev.threadline.jobs.config;

import dev.threadline.jobs.boundary.model.BoundaryModels;
import dev.threadline.jobs.calendar.Schedule;
import java.io.Serializable;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The effective settings of a run: what the file says, and the {@link Defaults} for the rest.
 *
 * @param warehouse folder or URI of the tables, as written
 * @param storage settings of the file systems under Hadoop's names, such as {@code fs.s3a.endpoint}
 * @param reportZone the zone of the report dates
 * @param giveUp how long an unanswered customer is taken to be waiting
 * @param attentionCap the most that one message can add to handle time
 * @param syncSwitch a reply within this time is a synchronous one
 * @param episodeGap messages at most this far apart belong to one live episode
 * @param maxRejects the share of refused records above which nothing is published
 * @param schedules business hours, in the order of the file
 * @param targets when a first response is in time
 */
public record Configuration(
        String warehouse,
        Map<String, String> storage,
        ZoneId reportZone,
        Inference inference,
        Duration giveUp,
        Duration attentionCap,
        Duration syncSwitch,
        Duration episodeGap,
        Percentage maxRejects,
        Channels channels,
        List<Schedule> schedules,
        Retention retention,
        Targets targets,
        DashboardSettings dashboard)
        implements Serializable {

    public Configuration {
        storage = Map.copyOf(storage);
        schedules = List.copyOf(schedules);
    }

    /** The settings of one who has no file. */
    public static Configuration defaults() {
        return new Configuration(
                Defaults.WAREHOUSE,
                Map.of(),
                Defaults.REPORT_ZONE,
                Defaults.INFERENCE,
                Defaults.GIVE_UP,
                Defaults.ATTENTION_CAP,
                Defaults.SYNC_SWITCH,
                Defaults.EPISODE_GAP,
                Defaults.MAX_REJECTS,
                new Channels(Defaults.CHANNEL, Defaults.channels(Defaults.CHANNEL)),
                List.of(),
                Defaults.RETENTION,
                Targets.NONE,
                Defaults.DASHBOARD);
    }

    public Policy policy() {
        return inference.policy();
    }

    /** The rules that hold on the channel. */
    public ChannelRules rules(@Nullable String channel) {
        return channels.rules(channel);
    }

    /** The rules of all channels, those of channels without any of their own among them. */
    public Stream<ChannelRules> allRules() {
        return channels.allRules();
    }

    /** The same settings for another warehouse. */
    public Configuration withWarehouse(String other) {
        return new Configuration(
                other,
                storage,
                reportZone,
                inference,
                giveUp,
                attentionCap,
                syncSwitch,
                episodeGap,
                maxRejects,
                channels,
                schedules,
                retention,
                targets,
                dashboard);
    }

    /** All of it in a form to show and to compare. */
    public EffectiveSettings effective() {
        return new EffectiveSettings(SettingsTree.of(this), BoundaryModels.write(inference.model()));
    }
}
