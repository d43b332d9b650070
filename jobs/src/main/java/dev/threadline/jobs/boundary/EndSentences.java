package dev.threadline.jobs.boundary;

import dev.threadline.jobs.thread.Event;
import dev.threadline.jobs.thread.Message;
import java.time.Duration;

/** Why conversations end, in words for people; no word of a message is in them. */
public final class EndSentences {

    public static final String OPENED = "the next conversation was opened by an event";

    static final String CUSTOMER_WAITS = "the customer waits for an answer";
    static final String COULD_GO_ON = "a message now would rather belong to it";
    static final String NOTHING_MORE = "nothing came until a message would rather have begun another conversation";
    static final String MAX_GAP_PASSED = "nothing came for as long as max-gap";
    static final String NO_TIMER = "no silence ends it";

    private EndSentences() {}

    /** Who closed it. */
    public static String closed(Message close) {
        if (close.is(Event.MERGED)) {
            return "merged into another conversation";
        }
        return switch (close.role()) {
            case CUSTOMER -> "closed by the customer";
            case BOT -> "closed by a bot";
            case AGENT -> "closed by an agent";
            case SYSTEM -> "closed by the system";
        };
    }

    /** The same whether something came later or not, so that a later conversation changes nothing of an earlier one. */
    static String silencePassed(Duration timer) {
        return "nothing came for " + length(timer.toMillis());
    }

    static String notYetSilent(Duration timer) {
        return "the silence is shorter than " + length(timer.toMillis());
    }

    static String silence(long gapMs) {
        return length(gapMs) + " of silence";
    }

    /** A length in one unit, whole ones of it; from two of a unit on that unit is taken. */
    static String length(long millis) {
        Duration length = Duration.ofMillis(millis);
        if (length.toDays() >= 2) {
            return length.toDays() + " d";
        }
        if (length.toHours() >= 2) {
            return length.toHours() + " h";
        }
        return length.toMinutes() >= 2 ? length.toMinutes() + " min" : length.toSeconds() + " s";
    }
}
