package dev.threadline.jobs.config;

/** Turns the text of a value into what it means. */
@FunctionalInterface
interface ValueParser<T> {

    T parse(String text) throws BadValue;
}
