/**
 * The command line of the jobs. A command takes {@code option}s and does its work in a {@code session} on a warehouse; those
 * that {@code learn} measure policies and fit models.
 */
@org.jspecify.annotations.NullMarked
package dev.threadline.jobs.cli;
