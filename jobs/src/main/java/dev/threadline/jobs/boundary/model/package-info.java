/** The learned judgement of gaps as figures: what a model holds, and the readable file it is kept in. */
@org.jspecify.annotations.NullMarked
package dev.threadline.jobs.boundary.model;
