package dev.threadline.jobs.stint;

import dev.threadline.jobs.time.Span;
import java.io.Serializable;
import java.util.List;

/**
 * A stint and what went on in it; the spans are sorted, disjoint and inside the stint.
 *
 * @param engaged the conversation was live: consecutive public messages close together
 * @param pending the customer had the last word
 */
public record StintWork(Stint stint, List<Span> engaged, List<Span> pending) implements Serializable {}
