/** Keeping a warehouse small and quick: files joined, texts and publications given up in time, files deleted. */
@org.jspecify.annotations.NullMarked
package dev.threadline.jobs.maintenance;
