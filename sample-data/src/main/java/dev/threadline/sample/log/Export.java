package dev.threadline.sample.log;

import org.jspecify.annotations.Nullable;

/**
 * One line that an export will write.
 *
 * @param atMs when it is written
 * @param serial breaks ties in the order of creation
 * @param damage how the line is broken, or null for a good one
 */
record Export(
        long atMs, long serial, Message message, @Nullable Damage damage) implements Comparable<Export> {

    @Override
    public int compareTo(Export other) {
        return atMs != other.atMs ? Long.compare(atMs, other.atMs) : Long.compare(serial, other.serial);
    }
}
