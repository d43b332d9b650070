/** The operation as a discrete-event simulation: customers, bots and agents act one event at a time. */
@NullMarked
package dev.threadline.sample.simulation;

import org.jspecify.annotations.NullMarked;
