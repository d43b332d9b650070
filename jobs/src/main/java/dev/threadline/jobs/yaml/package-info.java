/** Files that people write: read as they are written, with every mistake told at once. */
@org.jspecify.annotations.NullMarked
package dev.threadline.jobs.yaml;
