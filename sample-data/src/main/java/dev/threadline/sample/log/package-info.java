/** The raw log: its records, the order an export writes them in, and the dirt that real logs carry. */
@NullMarked
package dev.threadline.sample.log;

import org.jspecify.annotations.NullMarked;
