/** How well inferred boundaries agree with known ones. {@code docs/evaluation.md} has the definitions with their papers. */
@org.jspecify.annotations.NullMarked
package dev.threadline.jobs.evaluate;
