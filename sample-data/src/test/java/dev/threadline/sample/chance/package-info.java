@NullMarked
package dev.threadline.sample.chance;

import org.jspecify.annotations.NullMarked;
