package dev.threadline.sample.simulation;

import dev.threadline.sample.chance.Dice;
import dev.threadline.sample.language.Facts;
import dev.threadline.sample.log.Message;
import dev.threadline.sample.operation.Topic;
import java.util.stream.Stream;

/** Something that a customer needs, and how far it is from being settled. */
final class Need {

    private static final Topic[] TOPICS = Topic.values();
    private static final double[] SHARES =
            Stream.of(TOPICS).mapToDouble(Topic::share).toArray();
    private static final int MOST_EXCHANGES = 14;

    private final String id;
    private final Topic topic;
    private final Facts facts;
    private final long raisedAtMs;
    private int exchangesLeft;
    private int exchanges;
    private long attentionMs;
    private long resolvedAtMs = Message.NONE;

    private Need(String id, Topic topic, Facts facts, int exchangesLeft, long raisedAtMs) {
        this.id = id;
        this.topic = topic;
        this.facts = facts;
        this.exchangesLeft = exchangesLeft;
        this.raisedAtMs = raisedAtMs;
    }

    /** Something new. */
    static Need any(long number, long nowMs, Dice dice) {
        Topic topic = TOPICS[dice.weighted(SHARES)];
        String order = 100 + dice.below(900) + "-" + (1000 + dice.below(9000));
        Facts facts = new Facts(order, dice.below(1000), 8 + dice.below(240), 2 + dice.below(12), "");
        int exchanges = 1 + dice.streak(topic.anotherExchange(), MOST_EXCHANGES);
        return new Need("n" + number, topic, facts, exchanges, nowMs);
    }

    /** The same thing once more, because it was not settled. */
    Need again(long number, long nowMs, Dice dice) {
        return new Need("n" + number, topic, facts, 1 + dice.streak(0.4, 4), nowMs);
    }

    String id() {
        return id;
    }

    Topic topic() {
        return topic;
    }

    Facts facts() {
        return facts;
    }

    long raisedAtMs() {
        return raisedAtMs;
    }

    long resolvedAtMs() {
        return resolvedAtMs;
    }

    int exchanges() {
        return exchanges;
    }

    long attentionMs() {
        return attentionMs;
    }

    boolean isResolved() {
        return resolvedAtMs != Message.NONE;
    }

    /** True if the next reply can be the answer. */
    boolean isRipe() {
        return exchangesLeft <= 1;
    }

    /** One exchange is done. */
    void advance() {
        exchangesLeft--;
        exchanges++;
    }

    /** More is needed than it seemed. */
    void grow(int moreExchanges) {
        exchangesLeft = Math.max(exchangesLeft, 0) + moreExchanges;
        resolvedAtMs = Message.NONE;
    }

    void resolve(long atMs) {
        resolvedAtMs = atMs;
    }

    void attend(long durationMs) {
        attentionMs += durationMs;
    }
}
