/** What people and bots write, from small grammars in three languages. */
@NullMarked
package dev.threadline.sample.language;

import org.jspecify.annotations.NullMarked;
