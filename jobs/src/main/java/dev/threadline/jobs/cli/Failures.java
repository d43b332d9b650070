package dev.threadline.jobs.cli;

import dev.threadline.ingestion.UserError;
import dev.threadline.jobs.audit.AuditFailure;
import picocli.CommandLine;

/** What the program says and how it ends when something went wrong: 2 for the user's mistake, 1 for a failure of ours. */
final class Failures {

    static final int OURS = 1;
    static final int USERS = 2;

    private Failures() {}

    static int exitCode(Throwable failure) {
        boolean users = failure instanceof UserError || failure instanceof CommandLine.ParameterException;
        return users ? USERS : OURS;
    }

    static int report(Exception failure, CommandLine command, CommandLine.ParseResult ignored) {
        command.getErr().println("threadline: " + failure.getMessage());
        boolean explained = failure instanceof UserError || failure instanceof AuditFailure;
        if (!explained) {
            failure.printStackTrace(command.getErr());
        }
        command.getErr().flush();
        return exitCode(failure);
    }
}
