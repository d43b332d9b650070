package dev.threadline.jobs.reference;

import java.time.Instant;
import java.util.List;

/** A way of computing the tables of the definitions from a log. */
public interface Engine {

    /** The tables for the records up to {@code asOf}. */
    Tables tables(List<LogRecord> log, Instant asOf, Settings settings);
}
