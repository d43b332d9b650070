/** How much an agent carried at once, in slices of a quarter of an hour. */
@org.jspecify.annotations.NullMarked
package dev.threadline.jobs.load;
