/** The history of runs: what each was asked, what it did, how it ended. */
@org.jspecify.annotations.NullMarked
package dev.threadline.jobs.run;
