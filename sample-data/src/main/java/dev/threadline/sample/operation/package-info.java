/** The business that is simulated: its channels, teams, hours and knobs; nothing here changes while it runs. */
@NullMarked
package dev.threadline.sample.operation;

import org.jspecify.annotations.NullMarked;
