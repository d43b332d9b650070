/** The command that generates a realistic message log together with the truth behind it. */
@NullMarked
package dev.threadline.sample;

import org.jspecify.annotations.NullMarked;
