package dev.threadline.ingestion;

import org.jspecify.annotations.Nullable;

/**
 * A mistake of the user's: shown as a message without a stack trace. The program ends with exit code 2, or with 1 if the
 * same may succeed when it is tried again.
 */
public final class UserError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean passing;

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
        this(problem, why, cure, cause, false);
    }

    private UserError(String problem, String why, String cure, @Nullable Throwable cause, boolean passing) {
        super(sentence(problem) + " " + sentence(why) + " " + sentence(cure), cause);
        this.passing = passing;
    }

    /** Something that is over when the same is tried again. */
    public static UserError passing(String problem, String why, String cure, @Nullable Throwable cause) {
        return new UserError(problem, why, cure, cause, true);
    }

    /** Whether the same may succeed when it is tried again, without anybody mending anything. */
    public boolean isPassing() {
        return passing;
    }

    private static String sentence(String text) {
        String trimmed = text.strip();
        return trimmed.endsWith(".") || trimmed.endsWith("?") || trimmed.endsWith("\n") ? trimmed : trimmed + ".";
    }
}
