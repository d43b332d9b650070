package dev.threadline.jobs.reference;

import dev.threadline.jobs.backlog.BacklogTable;
import dev.threadline.jobs.config.ChannelRules;
import dev.threadline.jobs.config.Channels;
import dev.threadline.jobs.config.Configuration;
import dev.threadline.jobs.config.Defaults;
import dev.threadline.jobs.config.Targets;
import dev.threadline.jobs.conversation.ConversationsTable;
import dev.threadline.jobs.daily.DailyMetricsTable;
import dev.threadline.jobs.load.AgentLoadTable;
import dev.threadline.jobs.pipeline.InMemoryBuild;
import dev.threadline.jobs.stint.StintsTable;
import dev.threadline.jobs.thread.Event;
import dev.threadline.jobs.thread.Kind;
import dev.threadline.jobs.thread.Message;
import dev.threadline.jobs.thread.Role;
import dev.threadline.jobs.turn.TurnsTable;
import dev.threadline.jobs.walk.ConversationMessagesTable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The core over a whole log without Spark, with calendars that are always open. */
public final class CoreInMemory implements Engine {

    private static final String OTHERS = "default";

    @Override
    public Tables tables(List<LogRecord> log, Instant asOf, Settings settings) {
        return tables(log, asOf, configuration(settings));
    }

    /** The tables under any configuration. */
    public static Tables tables(List<LogRecord> log, Instant asOf, Configuration configuration) {
        InMemoryBuild build =
                InMemoryBuild.of(log.stream().map(CoreInMemory::message).toList(), configuration, asOf.toEpochMilli());
        return Tables.none()
                .with(ConversationMessagesTable.TABLE, build.records().stream())
                .with(ConversationsTable.TABLE, build.conversations().stream())
                .with(TurnsTable.TABLE, build.turns().stream())
                .with(StintsTable.TABLE, build.stints().stream())
                .with(AgentLoadTable.TABLE, build.load().stream())
                .with(DailyMetricsTable.TABLE, build.days().stream())
                .with(BacklogTable.TABLE, build.backlog().stream());
    }

    /** The record as the core takes it. */
    public static Message message(LogRecord message) {
        return new Message(
                message.source(),
                message.threadId(),
                message.messageId(),
                message.sentAt().toEpochMilli(),
                of(Role.values(), Role::code, message.senderRole()),
                message.senderId(),
                of(Kind.values(), Kind::code, message.kind()),
                message.event() == null ? null : of(Event.values(), Event::code, message.event()),
                message.assigneeId(),
                message.channel(),
                message.team(),
                message.customerId(),
                message.sequence(),
                message.isAcknowledgementText(),
                message.endsInQuestion(),
                0,
                0);
    }

    private static <E> E of(E[] constants, Function<E, String> code, String sought) {
        return Arrays.stream(constants)
                .filter(constant -> code.apply(constant).equals(sought))
                .findFirst()
                .orElseThrow();
    }

    private static Configuration configuration(Settings settings) {
        Map<String, ChannelRules> rules = settings.channelRules().stream()
                .collect(Collectors.toMap(
                        ChannelRule::channel,
                        rule -> new ChannelRules(rule.silence(), rule.reopenWindow(), rule.engagementWindow())));
        SortedMap<String, ChannelRules> named = new TreeMap<>(rules);
        ChannelRules others = Objects.requireNonNull(named.remove(OTHERS), "settings have rules for other channels");
        return new Configuration(
                Defaults.WAREHOUSE,
                Map.of(),
                settings.reportZone(),
                Configuration.defaults().inference(),
                settings.giveUp(),
                settings.attentionCap(),
                settings.syncSwitch(),
                settings.episodeGap(),
                Defaults.MAX_REJECTS,
                new Channels(others, named),
                List.of(),
                Defaults.RETENTION,
                Targets.NONE,
                Defaults.DASHBOARD);
    }
}
