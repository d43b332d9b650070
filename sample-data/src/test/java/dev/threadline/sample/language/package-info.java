@NullMarked
package dev.threadline.sample.language;

import org.jspecify.annotations.NullMarked;
