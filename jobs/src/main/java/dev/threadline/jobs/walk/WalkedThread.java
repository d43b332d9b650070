package dev.threadline.jobs.walk;

import java.util.List;

/** A thread after the walk: its conversations in order, and every record with its place in them. */
public record WalkedThread(List<WalkedConversation> conversations, List<PlacedRecord> records) {}
