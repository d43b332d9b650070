package dev.threadline.ingestion;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A mistake of the user's: shown as a message without a stack trace. The program ends with exit code 2, or with 1 if the
 * same may succeed when it is tried again.
 */
public final class UserError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean passing;

    private final @Nullable String file;

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
        this(told(problem, why, cure), cause, false, null);
    }

    private UserError(String message, @Nullable Throwable cause, boolean passing, @Nullable String file) {
        super(message, cause);
        this.passing = passing;
        this.file = file;
    }

    /** Something that is over when the same is tried again. */
    public static UserError passing(String problem, String why, String cure, @Nullable Throwable cause) {
        return new UserError(told(problem, why, cure), cause, true, null);
    }

    /** The same of a file of the user's that cannot be read. */
    UserError about(String path) {
        return new UserError(String.valueOf(getMessage()), getCause(), passing, path);
    }

    /** The file that cannot be read, where it is one that is to blame. */
    public Optional<String> file() {
        return Optional.ofNullable(file);
    }

    /** Whether the same may succeed when it is tried again, without anybody mending anything. */
    public boolean isPassing() {
        return passing;
    }

    private static String told(String problem, String why, String cure) {
        return sentence(problem) + " " + sentence(why) + " " + sentence(cure);
    }

    private static String sentence(String text) {
        String trimmed = text.strip();
        return trimmed.endsWith(".") || trimmed.endsWith("?") || trimmed.endsWith("\n") ? trimmed : trimmed + ".";
    }
}
