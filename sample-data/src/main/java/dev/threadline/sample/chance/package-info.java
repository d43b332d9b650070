/** Seeded chance: the same seed gives the same draws on every machine. */
@NullMarked
package dev.threadline.sample.chance;

import org.jspecify.annotations.NullMarked;
