/** Business time: how much of a wait or of a piece of work fell into the hours that a team keeps. */
@org.jspecify.annotations.NullMarked
package dev.threadline.jobs.calendar;
