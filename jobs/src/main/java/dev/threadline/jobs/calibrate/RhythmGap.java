package dev.threadline.jobs.calibrate;

/**
 * A gap of a log without labels.
 *
 * @param channel of the activity after it
 * @param customerAfter whether the customer broke the silence
 * @param switchesSide whether the other side had spoken before it
 * @param assumed the probability of a boundary by the model that the calibration starts from
 */
record RhythmGap(String channel, long millis, boolean customerAfter, boolean switchesSide, double assumed) {

    /** A human answers the customer. */
    boolean isReply() {
        return !customerAfter && switchesSide;
    }

    /** The customer writes after a human. */
    boolean isReturn() {
        return customerAfter && switchesSide;
    }
}
