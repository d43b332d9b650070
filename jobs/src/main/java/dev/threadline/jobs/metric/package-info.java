/** The glossary: what each metric means, in one place. */
@org.jspecify.annotations.NullMarked
package dev.threadline.jobs.metric;
