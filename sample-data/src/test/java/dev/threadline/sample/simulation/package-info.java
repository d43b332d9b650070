@NullMarked
package dev.threadline.sample.simulation;

import org.jspecify.annotations.NullMarked;
