package dev.threadline.sample.simulation;

/** The business, as customers meet it. */
interface Counter {

    /** A customer's message has arrived that wants an answer. */
    void customerWrote(Dialogue dialogue);

    /** The customer has said all that they wanted to say for now. */
    void customerPaused(Dialogue dialogue);

    /** The customer said thanks. */
    void customerThanked(Dialogue dialogue);

    /** The customer is about to write into a closed conversation. */
    void reopen(Dialogue dialogue);

    /** The customer closed the chat window. */
    void customerClosed(Dialogue dialogue);

    /** The customer comes back with the same need, too late to continue the same conversation. */
    void comesAgain(Dialogue dialogue);

    /** The customer loses patience and writes the same on another channel. */
    void triesElsewhere(Dialogue dialogue);
}
