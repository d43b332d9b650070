package dev.threadline.sample.log;

import dev.threadline.sample.chance.Dice;
import java.util.EnumMap;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Turns the clean course of events into what an export holds: roughly in order, with copies, changes, stragglers, wrong
 * clocks and broken lines.
 *
 * <p>One fraction sets it all: it is the share of broken lines, and the others are fixed multiples of it. A broken line
 * is always a broken <em>copy</em>; the good one is in the log too, so no message of the truth is lost.
 */
public final class Dirt implements Log {

    /** What can be wrong with a log. */
    public enum Flaw {
        DUPLICATE(2),
        REVISION(2),
        LATE(4),
        WRONG_CLOCK(1),
        MALFORMED(1);

        private final double multiple;

        Flaw(double multiple) {
            this.multiple = multiple;
        }
    }

    private static final long BATCH_MS = 2_000;
    private static final long MINUTE_MS = 60_000;
    private static final long DAY_MS = 86_400_000;

    private final double fraction;
    private final long seed;
    private final Dice dice;
    private final long untilMs;
    private final LogWriter writer;
    private final PriorityQueue<Export> waiting = new PriorityQueue<>();
    private final Map<Flaw, Long> counts = new EnumMap<>(Flaw.class);
    private long serial;

    /** Dirt of this share over a log that ends before {@code untilMs}. */
    public Dirt(double fraction, long seed, long untilMs, LogWriter writer) {
        this.fraction = fraction;
        this.seed = seed;
        this.dice = Dice.seeded(~seed);
        this.untilMs = untilMs;
        this.writer = writer;
        for (Flaw flaw : Flaw.values()) {
            counts.put(flaw, 0L);
        }
    }

    @Override
    public void write(Message clean) {
        release(clean.sentAtMs());
        Message message = clean.role() == Role.CUSTOMER ? onTheirClock(clean) : clean;
        long exportMs = clean.sentAtMs() + (long) (dice.unit() * BATCH_MS);
        if (strikes(Flaw.LATE)) {
            exportMs += delayMs(40 * MINUTE_MS);
        }
        put(exportMs, message, null);
        if (strikes(Flaw.DUPLICATE)) {
            put(exportMs + delayMs(5 * MINUTE_MS), message, null);
        }
        if (message.text() != null && strikes(Flaw.REVISION)) {
            revise(message, exportMs);
        }
        if (strikes(Flaw.MALFORMED)) {
            Damage[] damages = Damage.values();
            put(exportMs - 1, message, damages[dice.below(damages.length)]);
        }
    }

    /** Writes all that is still waiting to be exported. */
    public void drain() {
        release(Long.MAX_VALUE);
    }

    /** How often each flaw struck. */
    public Map<Flaw, Long> counts() {
        return counts;
    }

    private Message onTheirClock(Message message) {
        long customer = message.customerId().hashCode();
        Dice clock = Dice.of(seed ^ 0x5EED, customer);
        if (clock.unit() >= fraction * Flaw.WRONG_CLOCK.multiple) {
            return message;
        }
        counts.merge(Flaw.WRONG_CLOCK, 1L, Long::sum);
        long offMs = clock.between(-3 * MINUTE_MS, 3 * MINUTE_MS);
        return message.sentAt(Math.min(message.sentAtMs() + offMs, untilMs - 1));
    }

    private void revise(Message message, long exportMs) {
        long revisedAtMs = message.sentAtMs() + delayMs(5 * MINUTE_MS);
        Message revised = message.revised(message.text() + " (edited)", revisedAtMs);
        boolean timeMoves = dice.chance(0.3) && revisedAtMs < untilMs;
        put(Math.max(exportMs, revisedAtMs) + 1, timeMoves ? revised.sentAt(revisedAtMs) : revised, null);
    }

    private boolean strikes(Flaw flaw) {
        if (!dice.chance(fraction * flaw.multiple)) {
            return false;
        }
        counts.merge(flaw, 1L, Long::sum);
        return true;
    }

    private long delayMs(double medianMs) {
        return Math.min((long) dice.lognormal(medianMs, 1.5) + 1, 3 * DAY_MS);
    }

    private void put(long atMs, Message message, @Nullable Damage damage) {
        waiting.add(new Export(atMs, serial++, message, damage));
    }

    private void release(long nowMs) {
        for (Export next = waiting.peek(); next != null && next.atMs() <= nowMs; next = waiting.peek()) {
            waiting.remove();
            writer.write(next);
        }
    }
}
