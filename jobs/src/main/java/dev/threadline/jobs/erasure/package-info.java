/** Forgetting a customer: text goes, ids become tokens that lead nowhere, times stay. */
@org.jspecify.annotations.NullMarked
package dev.threadline.jobs.erasure;
