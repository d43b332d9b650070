/**
 * What one request asks of one publication, what there is to choose from in it, whose turn it is at its tables, and whether the answer
 * is known already.
 */
@org.jspecify.annotations.NullMarked
package dev.threadline.dashboard.web.question;
