package dev.threadline.sample.simulation;

/** Needs of known customers that only a new conversation can take up. */
interface Newcomers {

    /** The same need once more. */
    void comesAgain(Dialogue before);

    /** The same need on another channel, while the first still waits. */
    void triesElsewhere(Dialogue waiting);
}
