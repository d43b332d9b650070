package dev.threadline.sample;

/** A mistake of the user: the message says the problem, why, and what to do. */
final class SampleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SampleException(String message) {
        super(message);
    }
}
