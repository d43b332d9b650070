/** What really happened, written beside the log. */
@NullMarked
package dev.threadline.sample.truth;

import org.jspecify.annotations.NullMarked;
