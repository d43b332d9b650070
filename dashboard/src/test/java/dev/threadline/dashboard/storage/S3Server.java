package dev.threadline.dashboard.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server that speaks S3 and keeps its files in a folder; a process of its own, gone with the test. */
final class S3Server implements AutoCloseable {

    static final String BUCKET = "lake";

    private static final Path JAR = Path.of(System.getProperty("threadline.s3-server"));
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern PORT = Pattern.compile("(\\d+) \\(http\\) with context");

    private final Path output;
    private final Process process;

    private S3Server(Path output, Process process) {
        this.output = output;
        this.process = process;
    }

    /** Begins to start one. */
    static S3Server start(Path folder) throws IOException {
        Path output = folder.resolve("s3.log");
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-Djava.io.tmpdir=" + folder,
                        "-jar",
                        JAR.toString(),
                        "--server.port=0",
                        "--http.port=0"))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("COM_ADOBE_TESTING_S3MOCK_STORE_INITIAL_BUCKETS", BUCKET);
        return new S3Server(output, builder.start());
    }

    /** Waits until it is there; Hadoop's settings for asking it. */
    Map<String, String> settings() throws IOException {
        Map<String, String> settings = new HashMap<>();
        settings.put("fs.s3a.endpoint", "http://127.0.0.1:" + port());
        settings.put("fs.s3a.endpoint.region", "us-east-1");
        settings.put("fs.s3a.path.style.access", "true");
        settings.put("fs.s3a.access.key", "anybody");
        settings.put("fs.s3a.secret.key", "anything");
        return settings;
    }

    private String port() throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && System.nanoTime() < deadline) {
            Matcher port = PORT.matcher(Files.readString(output));
            if (port.find()) {
                return port.group(1);
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        throw new IllegalStateException("the S3 server did not start:\n" + Files.readString(output));
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
