@org.jspecify.annotations.NullMarked
package dev.threadline.jobs.sample;
