package dev.threadline.jobs.pipeline;

import org.jspecify.annotations.Nullable;

/** A queue, the conversations of one channel and team, as one name. */
public record QueueName(String channel, @Nullable String team) {

    private static final char SEPARATOR = '\0';

    public static String of(String channel, @Nullable String team) {
        return team == null ? channel : channel + SEPARATOR + team;
    }

    public static QueueName parse(String name) {
        int separator = name.indexOf(SEPARATOR);
        return separator < 0
                ? new QueueName(name, null)
                : new QueueName(name.substring(0, separator), name.substring(separator + 1));
    }
}
