/** From messages to a publication: everything is built, or what changed, audited, and shown. */
@org.jspecify.annotations.NullMarked
package dev.threadline.jobs.publish;
