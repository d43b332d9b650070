/** Publications: one row pins the version of every table that belongs together. */
@org.jspecify.annotations.NullMarked
package dev.threadline.jobs.publication;
