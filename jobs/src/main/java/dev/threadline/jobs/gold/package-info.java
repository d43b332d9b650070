/** The truth that somebody knows of a log: which messages belong to one conversation. */
@org.jspecify.annotations.NullMarked
package dev.threadline.jobs.gold;
