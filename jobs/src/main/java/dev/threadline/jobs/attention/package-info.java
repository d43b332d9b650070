/** Handle time: the attention that agents gave, inferred from when they wrote. */
@org.jspecify.annotations.NullMarked
package dev.threadline.jobs.attention;
