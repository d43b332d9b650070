package dev.threadline.jobs.config;

/** A value that cannot be used; the message says why and what to write instead. Made by {@link ConfigurationErrors}. */
final class BadValue extends Exception {

    private static final long serialVersionUID = 1L;

    BadValue(String whyAndCure) {
        super(whyAndCure);
    }

    /** Why and what to write instead. */
    String whyAndCure() {
        return String.valueOf(getMessage());
    }
}
