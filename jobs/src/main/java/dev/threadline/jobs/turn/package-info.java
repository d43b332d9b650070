/** Customer turns: what the customer said before anybody answered. */
@org.jspecify.annotations.NullMarked
package dev.threadline.jobs.turn;
