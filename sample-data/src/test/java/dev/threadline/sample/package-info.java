@NullMarked
package dev.threadline.sample;

import org.jspecify.annotations.NullMarked;
