package dev.threadline.sample.log;

/** Where the simulation leaves its records, in the order in which they happen. */
@FunctionalInterface
public interface Log {

    /** Takes one record; its time is not before that of the record before. */
    void write(Message message);
}
