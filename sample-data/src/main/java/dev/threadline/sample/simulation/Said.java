package dev.threadline.sample.simulation;

/** What the business has just said, as far as the customer's reaction depends on it. */
enum Said {
    QUESTION,
    HOLD,
    ANSWER,
    BOT_QUESTION,
    BOT_ANSWER
}
