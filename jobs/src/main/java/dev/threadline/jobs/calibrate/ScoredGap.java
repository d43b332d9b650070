package dev.threadline.jobs.calibrate;

/** A gap's score by a card that was fitted without its thread, and what it truly is. */
record ScoredGap(long score, boolean boundary) {}
