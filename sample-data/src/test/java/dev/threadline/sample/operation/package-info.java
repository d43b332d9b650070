@NullMarked
package dev.threadline.sample.operation;

import org.jspecify.annotations.NullMarked;
