package dev.threadline.ingestion;

import org.jspecify.annotations.Nullable;

/** A mistake of the user's: shown as a message without a stack trace, and the program ends with exit code 2. */
public final class UserError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong and what to do.
     *
     * @param problem what happened, with the path or value it happened to
     * @param why the reason
     * @param cure what the user can do about it
     */
    public UserError(String problem, String why, String cure) {
        this(problem, why, cure, null);
    }

    /** As above, keeping the failure that told us. */
    public UserError(String problem, String why, String cure, @Nullable Throwable cause) {
        super(sentence(problem) + " " + sentence(why) + " " + sentence(cure), cause);
    }

    private static String sentence(String text) {
        String trimmed = text.strip();
        return trimmed.endsWith(".") || trimmed.endsWith("?") || trimmed.endsWith("\n") ? trimmed : trimmed + ".";
    }
}
