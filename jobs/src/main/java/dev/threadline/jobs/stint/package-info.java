/** Stints: one human's ownership inside one conversation. */
@org.jspecify.annotations.NullMarked
package dev.threadline.jobs.stint;
