package dev.threadline.jobs.evaluate;

/** A thread in which a policy went wrong much, by its id: never by its text. */
public record WorstThread(String policy, String source, String threadId, Tally tally) {}
