package dev.threadline.jobs.erasure;

/**
 * A thread of a customer who is to be forgotten.
 *
 * @param messages in it, of everybody
 */
record ForgottenThread(String source, String threadId, String customerId, long messages) {}
