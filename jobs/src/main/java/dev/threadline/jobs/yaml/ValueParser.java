package dev.threadline.jobs.yaml;

/** Turns the text of a value into what it means. */
@FunctionalInterface
public interface ValueParser<T> {

    T parse(String text) throws BadValue;
}
