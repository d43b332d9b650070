package dev.threadline.jobs.calibrate;

/** What a card makes of a gap in a thread, in ten-thousandths of a logit, and whether it is a boundary. */
record ScoredGap(int thread, long score, boolean boundary) {}
