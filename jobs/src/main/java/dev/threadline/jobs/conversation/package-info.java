/** Conversations: their lifecycle, outcome, resolution and effort. */
@org.jspecify.annotations.NullMarked
package dev.threadline.jobs.conversation;
