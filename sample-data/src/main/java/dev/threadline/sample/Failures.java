package dev.threadline.sample;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** What the user is told when the command cannot do its work, and the exit code. */
final class Failures {

    private static final int OURS = 1;
    private static final int THEIRS = 2;

    private Failures() {}

    /** Explains an option that could not be read. */
    static int explain(ParameterException mistake, String[] arguments) {
        return say(mistake.getCommandLine(), mistake.getMessage() + ". See threadline sample --help.", THEIRS);
    }

    /** Explains what went wrong on the way; a defect of ours is thrown on, with its trace. */
    static int explain(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        if (failure instanceof SampleException) {
            return say(command, failure.getMessage(), THEIRS);
        }
        IOException cause = inputOrOutput(failure);
        if (cause instanceof FileSystemException denied) {
            return say(command, SampleErrors.cannotWrite(denied).getMessage(), THEIRS);
        }
        if (cause != null) {
            String message = "The sample could not be written: " + cause.getMessage()
                    + ". What is in the folder is incomplete; make room, then run the same command with --force.";
            return say(command, message, OURS);
        }
        throw failure;
    }

    private static @Nullable IOException inputOrOutput(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException found) {
                return found;
            }
        }
        return null;
    }

    private static int say(CommandLine command, @Nullable String message, int exitCode) {
        PrintWriter console = command.getErr();
        console.println(message);
        console.flush();
        return exitCode;
    }
}
