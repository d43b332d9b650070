package dev.threadline.jobs.thread;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Draws threads whose messages have cues, with gaps from milliseconds to weeks; the same seed draws the same thread. */
public final class RandomChatter {

    public static final long START = 1_700_000_000_000L;

    private RandomChatter() {}

    /** A thread of 120 records, a fresh list. */
    public static List<Message> thread(long seed) {
        Random random = new Random(seed);
        List<Message> thread = new ArrayList<>();
        long at = START;
        for (int i = 0; i < 120; i++) {
            at += (long) Math.exp(random.nextDouble() * 21.5);
            thread.add(message(random, i, at));
        }
        return thread;
    }

    private static Message message(Random random, int number, long at) {
        int draw = random.nextInt(20);
        Role role = draw < 9 ? Role.CUSTOMER : draw < 17 ? Role.AGENT : draw < 18 ? Role.BOT : Role.SYSTEM;
        Kind kind = draw < 18 ? Kind.MESSAGE : draw < 19 ? Kind.CAMPAIGN : Kind.EVENT;
        @Nullable Event event = kind != Kind.EVENT ? null : random.nextBoolean() ? Event.OPENED : Event.QUEUED;
        return new Message(
                "test",
                "t",
                "m" + number,
                at,
                role,
                role == Role.AGENT ? "a" + random.nextInt(3) : "c",
                kind,
                event,
                null,
                "sms",
                null,
                "c",
                null,
                false,
                false,
                random.nextInt(3) == 0 ? 0 : (random.nextInt(1 << 11) | (1 << 11)),
                random.nextInt(500));
    }
}
