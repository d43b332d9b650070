package dev.threadline.jobs.rhythm;

import dev.threadline.jobs.thread.Message;
import dev.threadline.jobs.thread.Role;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a conversation went to and fro.
 *
 * @param liveEpisodes maximal runs of public messages at most an episode gap apart with both sides in them
 * @param syncShare of the switches of speaker between customer and the other side, the share that came at once, in [0,
 *     1]; {@code null} without a switch. The other side is humans, and bots only where no human wrote.
 */
public record Rhythm(
        int liveEpisodes,
        @Nullable Double syncShare,
        @Nullable Mode mode) implements Serializable {

    /** Reads the rhythm off the public messages of a conversation, in order. */
    public static Rhythm of(List<Message> publicMessages, Duration syncSwitch, Duration episodeGap) {
        Role otherSide = publicMessages.stream().anyMatch(m -> m.role() == Role.AGENT) ? Role.AGENT : Role.BOT;
        Double share = syncShare(publicMessages, otherSide, syncSwitch.toMillis());
        return new Rhythm(liveEpisodes(publicMessages, otherSide, episodeGap.toMillis()), share, Mode.of(share));
    }

    private static @Nullable Double syncShare(List<Message> messages, Role otherSide, long syncSwitchMs) {
        int switches = 0;
        int quick = 0;
        Message before = null;
        for (Message message : messages) {
            if (message.role() != Role.CUSTOMER && message.role() != otherSide) {
                continue;
            }
            if (before != null && before.role() != message.role()) {
                switches++;
                quick += message.sentAt() - before.sentAt() <= syncSwitchMs ? 1 : 0;
            }
            before = message;
        }
        return switches == 0 ? null : Double.valueOf((double) quick / switches);
    }

    private static int liveEpisodes(List<Message> messages, Role otherSide, long episodeGapMs) {
        int episodes = 0;
        boolean customer = false;
        boolean other = false;
        Message before = null;
        for (Message message : messages) {
            if (before != null && message.sentAt() - before.sentAt() > episodeGapMs) {
                episodes += customer && other ? 1 : 0;
                customer = false;
                other = false;
            }
            customer |= message.role() == Role.CUSTOMER;
            other |= message.role() == otherSide;
            before = message;
        }
        return episodes + (customer && other ? 1 : 0);
    }
}
