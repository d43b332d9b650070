package dev.threadline.jobs.cli.session;

import dev.threadline.ingestion.UserError;
import dev.threadline.jobs.audit.AuditFailure;
import dev.threadline.jobs.run.Run;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.spark.SparkThrowable;
import picocli.CommandLine;

/**
 * What the program says and how it ends when something went wrong: 2 for the user's mistake, 1 for a failure of ours or of
 * the surroundings, where trying again may help.
 */
public final class Failures {

    static final int OURS = 1;

    /** The exit code after a mistake of the user's: trying again does not help. */
    public static final int USERS = 2;

    private static final String OUR_PACKAGES = "dev.threadline";

    private Failures() {}

    /** How the program ends: {@link #USERS}, or 1 where trying again may help. */
    public static int exitCode(Throwable failure) {
        return isUsers(failure) ? USERS : OURS;
    }

    static Run.State state(Throwable failure) {
        return isUsers(failure) ? Run.State.REFUSED : Run.State.FAILED;
    }

    private static boolean isUsers(Throwable failure) {
        return failure instanceof UserError mistake
                ? !mistake.isPassing()
                : failure instanceof CommandLine.ParameterException;
    }

    /**
     * What went wrong, to be kept: the message of a failure that we explain ourselves; of any other its kinds and the place
     * of ours that it came from, since what libraries say may quote a record.
     */
    static String inOneLine(Throwable failure) {
        if (isExplained(failure)) {
            return String.valueOf(failure.getMessage());
        }
        return ExceptionUtils.getThrowableList(failure).stream()
                .map(Failures::kind)
                .distinct()
                .collect(Collectors.joining(", caused by ", "", place(failure)));
    }

    private static String kind(Throwable failure) {
        String kind = failure.getClass().getSimpleName();
        return failure instanceof SparkThrowable spark && spark.getCondition() != null
                ? kind + " " + spark.getCondition()
                : kind;
    }

    private static String place(Throwable failure) {
        return ExceptionUtils.getThrowableList(failure).stream()
                .flatMap(cause -> Arrays.stream(cause.getStackTrace()))
                .filter(frame -> frame.getClassName().startsWith(OUR_PACKAGES))
                .findFirst()
                .map(frame -> " at " + frame.getFileName() + ":" + frame.getLineNumber())
                .orElse("");
    }

    private static boolean isExplained(Throwable failure) {
        return failure instanceof UserError || failure instanceof AuditFailure;
    }

    /** Says what went wrong, with its stack where we cannot explain it; returns the exit code. A handler for picocli. */
    public static int report(Exception failure, CommandLine command, CommandLine.ParseResult ignored) {
        command.getErr().println("threadline: " + failure.getMessage());
        if (!isExplained(failure)) {
            failure.printStackTrace(command.getErr());
        }
        command.getErr().flush();
        return exitCode(failure);
    }
}
