/** What a user can set in {@code threadline.yml}, what holds where he does not, and how mistakes in it are told. */
@org.jspecify.annotations.NullMarked
package dev.threadline.jobs.config;
