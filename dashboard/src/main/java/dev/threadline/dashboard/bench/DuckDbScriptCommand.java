package dev.threadline.dashboard.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a script in DuckDB, as a process that the benchmark measures, and says what each statement took. */
@Command(name = "bench-duckdb", description = "Runs a script in DuckDB.", hidden = true)
public final class DuckDbScriptCommand implements Callable<Integer> {

    private static final Pattern STATEMENT_END = Pattern.compile(";\\s*\\R");
    private static final Pattern COMMENTS = Pattern.compile("(?m)^--.*\\R");
    private static final double NANOS = 1e9;

    @Option(names = "--memory", paramLabel = "BYTES", required = true, description = "Limit of memory.")
    private long memory;

    @Option(names = "--spill", paramLabel = "DIR", required = true, description = "Folder for what does not fit.")
    private Path spill = Path.of(".");

    @Parameters(paramLabel = "FILE.sql", description = "The script.")
    private Path script = Path.of(".");

    @Override
    public Integer call() throws IOException {
        Properties settings = new Properties();
        settings.setProperty("memory_limit", memory + "B");
        settings.setProperty("temp_directory", spill.toString());
        String text = COMMENTS.matcher(Files.readString(script)).replaceAll("");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:", settings);
                Statement statement = connection.createStatement()) {
            for (String sql : STATEMENT_END.splitAsStream(text).toList()) {
                run(statement, sql.strip());
            }
            return 0;
        } catch (SQLException failure) {
            // What is below its first line points into the script.
            System.out.println(
                    String.valueOf(failure.getMessage()).lines().findFirst().orElse(""));
            return 1;
        }
    }

    private static void run(Statement statement, String sql) throws SQLException {
        long startedAt = System.nanoTime();
        long cpuBefore = cpuNanos();
        statement.execute(sql);
        System.out.printf(
                Locale.ROOT,
                "%8.2f s %8.2f s CPU  %s%n",
                (System.nanoTime() - startedAt) / NANOS,
                (cpuNanos() - cpuBefore) / NANOS,
                name(sql));
    }

    /** Its first line; of a table that is written, where to. */
    private static String name(String sql) {
        return sql.startsWith("COPY")
                ? "COPY " + sql.substring(sql.lastIndexOf('/') + 1, sql.lastIndexOf('\''))
                : sql.lines().findFirst().orElse("");
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
