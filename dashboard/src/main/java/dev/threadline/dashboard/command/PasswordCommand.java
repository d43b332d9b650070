package dev.threadline.dashboard.command;

import dev.threadline.dashboard.access.Passwords;
import dev.threadline.dashboard.error.DashboardErrors;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** {@code threadline password}: the hash of a password, for the configuration. */
@Command(
        name = "password",
        description = "Makes the hash of a password, for users: in the configuration. The password is not shown.",
        sortOptions = false,
        footer = {"", "Examples:", "  ./threadline password", "  pwgen 16 1 | tee /dev/stderr | ./threadline password"})
public final class PasswordCommand implements Callable<Integer> {

    @Override
    public Integer call() throws IOException {
        char[] password = password();
        try {
            System.out.println(Passwords.hash(password));
        } catch (IllegalArgumentException unusable) {
            throw DashboardErrors.unusablePassword(String.valueOf(unusable.getMessage()));
        } finally {
            Arrays.fill(password, ' ');
        }
        return 0;
    }

    /** From the console, where it is typed twice unseen; else the first line of standard input. */
    @SuppressWarnings("SystemConsoleNull") // From Java 22 on, a console that is none ends after the first line.
    private static char[] password() throws IOException {
        @Nullable Console console = System.console();
        if (console == null) {
            String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            return given(line == null ? null : line.toCharArray());
        }
        char[] password = given(console.readPassword("Password: "));
        char @Nullable [] again = console.readPassword("Once more: ");
        if (again != null && !Arrays.equals(password, again)) {
            throw DashboardErrors.unusablePassword("the two differ");
        }
        return password;
    }

    private static char[] given(char @Nullable [] typed) {
        if (typed == null || typed.length == 0) {
            throw DashboardErrors.noPassword();
        }
        return typed;
    }
}
