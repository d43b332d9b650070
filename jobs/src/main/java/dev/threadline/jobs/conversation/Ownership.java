package dev.threadline.jobs.conversation;

import java.io.Serializable;

/**
 * How often a conversation changed hands.
 *
 * @param transfers from human to human with no close between
 * @param returnsToQueue from a human to nobody
 * @param escalations from the bot to a human
 */
public record Ownership(int transfers, int returnsToQueue, int escalations) implements Serializable {}
