package dev.threadline.sample.language;

/**
 * What a conversation is about in words, so that both sides speak of the same thing.
 *
 * @param order the order number
 * @param product which of the grammar's products
 * @param amount in whole units of money
 * @param days how many days something takes
 * @param agent what the agent signs with
 */
public record Facts(String order, int product, int amount, int days, String agent) {

    /** The same facts, told by another agent. */
    public Facts by(String otherAgent) {
        return new Facts(order, product, amount, days, otherAgent);
    }
}
