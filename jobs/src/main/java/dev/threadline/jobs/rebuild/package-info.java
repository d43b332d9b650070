/** What building everything again changes in what was reported. */
@org.jspecify.annotations.NullMarked
package dev.threadline.jobs.rebuild;
