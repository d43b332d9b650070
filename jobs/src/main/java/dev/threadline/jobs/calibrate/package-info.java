/** Learning from a user's own log where conversations end. {@code docs/calibration.md} says how and how sure that is. */
@org.jspecify.annotations.NullMarked
package dev.threadline.jobs.calibrate;
