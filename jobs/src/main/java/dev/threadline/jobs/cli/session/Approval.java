package dev.threadline.jobs.cli.session;

import dev.threadline.jobs.JobErrors;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether somebody wants readers to see what was built. */
public interface Approval {

    /** Wanted beforehand. */
    Approval GIVEN = () -> {};

    /** Returns if it is wanted; a user error if not. */
    void get();

    /** Where somebody can be asked. */
    interface Terminal {

        /** The answer to a question; null if nobody answers. */
        @Nullable
        String ask(String question);
    }

    /**
     * Asks whoever sits at the terminal.
     *
     * @param terminal null if there is none
     */
    static Approval by(@Nullable Terminal terminal) {
        Set<String> yes = Set.of("y", "yes");
        return () -> {
            String answer = terminal == null ? null : terminal.ask("Publish this? [y/N] ");
            if (answer == null) {
                throw JobErrors.nobodyToAsk();
            }
            if (!yes.contains(answer.strip().toLowerCase(Locale.ROOT))) {
                throw JobErrors.notWanted();
            }
        };
    }
}
