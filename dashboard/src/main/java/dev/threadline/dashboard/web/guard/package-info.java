/**
 * What stands before every address: who is let in and how they sign in, what browsers are told, and what is said of all that was
 * refused or failed.
 */
@org.jspecify.annotations.NullMarked
package dev.threadline.dashboard.web.guard;
