/** Where the files of a warehouse lie, and how they come to be files of this machine. */
@org.jspecify.annotations.NullMarked
package dev.threadline.dashboard.storage;
