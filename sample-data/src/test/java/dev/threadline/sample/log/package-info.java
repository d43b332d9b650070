@NullMarked
package dev.threadline.sample.log;

import org.jspecify.annotations.NullMarked;
