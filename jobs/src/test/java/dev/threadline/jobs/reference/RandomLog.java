package dev.threadline.jobs.reference;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A small and nasty log: equal instants, events in odd order, two agents at once, threads without activity, and gaps
 * around every threshold of the definitions, exactly on it included. It consists of groups that share nothing, so that one
 * run checks many logs; inside a group a few threads share agents and customers. The seed is the reproduction.
 *
 * @param asOf the instant up to which the log is read; some of its records are younger
 */
public record RandomLog(List<LogRecord> records, Instant asOf) {

    /** The defaults, a channel in which silence never ends a conversation, and days that are not those of UTC. */
    public static final Settings SETTINGS = Settings.DEFAULTS
            .with(new ChannelRule("letter", null, Duration.ofHours(24), Duration.ofMinutes(60)))
            .reportingIn(ZoneId.of("America/New_York"));

    private static final Instant AS_OF = Instant.parse("2026-03-29T01:00:00Z");
    private static final int GROUPS = 20;

    /** The log of a seed. */
    public static RandomLog of(long seed) {
        Random random = new Random(seed);
        List<LogRecord> records = new ArrayList<>();
        for (int group = 0; group < GROUPS; group++) {
            records.addAll(group("g" + group, new Draws(random)));
        }
        Collections.shuffle(records, random);
        return new RandomLog(List.copyOf(records), AS_OF);
    }

    /** A few threads that begin together; the last record is some gap before as-of, on it, or after it. */
    private static List<LogRecord> group(String name, Draws draws) {
        int threads = 1 + draws.below(4);
        List<LogRecord> records = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            Instant start = AS_OF.plus(draws.shortGap()).plus(draws.shortGap());
            records.addAll(RandomThread.of(draws, name, thread).records(start));
        }
        Instant last =
                records.stream().map(LogRecord::sentAt).max(Instant::compareTo).orElse(AS_OF);
        Duration toAsOf = Duration.between(last, AS_OF);
        Duration shift = draws.oneIn(3) ? toAsOf.plus(draws.gap()) : toAsOf.minus(draws.gap());
        return records.stream().map(message -> message.later(shift)).toList();
    }
}
