package dev.threadline.jobs.pipeline.fact;

import org.jspecify.annotations.Nullable;

/** A queue, the conversations of one channel and team, as one name. */
public record QueueName(String channel, @Nullable String team) {

    private static final char SEPARATOR = '\0';

    /** The name of a queue; a conversation without a team has one of its own. */
    public static String of(String channel, @Nullable String team) {
        return team == null ? channel : channel + SEPARATOR + team;
    }

    /** The channel and team that a name stands for. */
    public static QueueName parse(String name) {
        int separator = name.indexOf(SEPARATOR);
        return separator < 0
                ? new QueueName(name, null)
                : new QueueName(name.substring(0, separator), name.substring(separator + 1));
    }
}
