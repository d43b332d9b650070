package dev.threadline.jobs.calibrate;

/**
 * A silence that a customer breaks, in a log without labels; there is text on both sides.
 *
 * @param channel of the activity after it
 * @param millis its length
 * @param score by the model that the calibration starts from, in ten-thousandths of a logit
 */
record ReturnGap(String channel, long millis, long score) {}
