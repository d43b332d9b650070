package dev.threadline.sample.operation;

/**
 * A way to write to the business, and the rhythm that people have on it.
 *
 * <p>Medians are in seconds. <em>Presence</em> is the probability that a customer who has just written stays at the
 * screen; who is not present answers by the away median.
 */
public enum Channel {
    WEBCHAT("webchat", "wc", 0.28, 0.75, 0.97, 35, 240, 75),
    SMS("sms", "sms", 0.13, 0.15, 0.40, 70, 4_500, 95),
    WHATSAPP("whatsapp", "wa", 0.23, 0.55, 0.50, 55, 3_600, 95),
    MESSENGER("messenger", "fb", 0.14, 0.45, 0.40, 65, 5_400, 95),
    EMAIL("email", "em", 0.26, 0.0, 0.05, 300, 18_000, 270);

    private static final long MINUTE_MS = 60_000;

    private final String id;
    private final String threadPrefix;
    private final double share;
    private final double botShare;
    private final double presence;
    private final double liveReplySeconds;
    private final double awayReplySeconds;
    private final double effortSeconds;

    Channel(
            String id,
            String threadPrefix,
            double share,
            double botShare,
            double presence,
            double liveReplySeconds,
            double awayReplySeconds,
            double effortSeconds) {
        this.id = id;
        this.threadPrefix = threadPrefix;
        this.share = share;
        this.botShare = botShare;
        this.presence = presence;
        this.liveReplySeconds = liveReplySeconds;
        this.awayReplySeconds = awayReplySeconds;
        this.effortSeconds = effortSeconds;
    }

    /** The name in the log. */
    public String id() {
        return id;
    }

    /** What thread ids of this channel begin with. */
    public String threadPrefix() {
        return threadPrefix;
    }

    /** The share of needs that arrive here. */
    public double share() {
        return share;
    }

    /** The share of conversations that a bot meets first. */
    public double botShare() {
        return botShare;
    }

    /** The probability that a customer who has just written waits at the screen. */
    public double presence() {
        return presence;
    }

    /** Median time of a customer at the screen to answer. */
    public double liveReplySeconds() {
        return liveReplySeconds;
    }

    /** Median time of a customer who went away to answer. */
    public double awayReplySeconds() {
        return awayReplySeconds;
    }

    /** Median attention of an agent for one reply, before speed, load and savings. */
    public double effortSeconds() {
        return effortSeconds;
    }

    /** True for the channel of sessions, with {@code opened} and {@code closed} events and both sides at the screen. */
    public boolean isLive() {
        return this == WEBCHAT;
    }

    /** True for the channels of short messages without a session. */
    public boolean isMessaging() {
        return this == SMS || this == WHATSAPP || this == MESSENGER;
    }

    /** How long the helpdesk puts a customer's message after a close back into the closed ticket. */
    public long reopenWindowMs() {
        return isLive() ? 30 * MINUTE_MS : 72 * 60 * MINUTE_MS;
    }

    /** How long an exchange still counts as going on after its last message. */
    public long engagementMs() {
        return isLive() ? 10 * MINUTE_MS : 15 * MINUTE_MS;
    }
}
