package dev.threadline.ingestion;

/** What failures say for themselves. */
final class Reasons {

    private static final String WRAPPED_IN = "Exception: ";

    private Reasons() {}

    /** The first line of what it says, without the names of the exceptions it was wrapped in. */
    static String of(Throwable cause) {
        String message = cause.getMessage();
        String first = message == null ? "" : message.lines().findFirst().orElse("");
        int wrapped = first.lastIndexOf(WRAPPED_IN);
        String own = wrapped < 0 ? first : first.substring(wrapped + WRAPPED_IN.length());
        return own.isBlank() ? cause.getClass().getSimpleName() : own;
    }
}
