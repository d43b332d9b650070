package dev.threadline.jobs.yaml;

/** A value that cannot be used; the message says why and what to write instead. */
public final class BadValue extends Exception {

    private static final long serialVersionUID = 1L;

    public BadValue(String whyAndCure) {
        super(whyAndCure);
    }

    /** Why and what to write instead. */
    public String whyAndCure() {
        return String.valueOf(getMessage());
    }
}
