package dev.threadline.jobs.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Spark's own standalone cluster on this machine: a master and two workers of one core, each a process of its own. */
final class StandaloneCluster implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String HOST = "127.0.0.1";

    /** What the jar for a cluster brings, and a cluster's Spark does not have. */
    private static final List<String> BROUGHT = List.of("threadline-", "delta-", "picocli-", "snakeyaml-");

    private final Path folder;
    private final Path sparkHome;
    private final String master;
    private final List<Process> workers = new ArrayList<>();
    private final List<Process> processes = new ArrayList<>();

    /**
     * Starts a cluster and waits until its workers are there.
     *
     * @param folder for its files
     * @param library jars, Spark's among them
     */
    static StandaloneCluster start(Path folder, Path library) throws IOException {
        StandaloneCluster cluster = new StandaloneCluster(folder, freePort());
        cluster.install(library);
        cluster.await(cluster.startMaster(), "New state: ALIVE");
        for (int number = 1; number <= 2; number++) {
            cluster.await(cluster.startWorker(number), "Successfully registered with master");
        }
        return cluster;
    }

    private StandaloneCluster(Path folder, int port) {
        this.folder = folder;
        this.sparkHome = folder.resolve("spark");
        this.master = "spark://" + HOST + ":" + port;
    }

    /** Hands a program over to run here, its driver beside the cluster; its output goes to a file. */
    Process submit(Path jar, Path output, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("org.apache.spark.deploy.SparkSubmit", "--master", master));
        for (String setting :
                List.of("spark.executor.memory=1g", "spark.driver.host=" + HOST, "spark.sql.shuffle.partitions=4")) {
            command.addAll(List.of("--conf", setting));
        }
        command.addAll(List.of("--class", "dev.threadline.jobs.cli.Main", jar.toString()));
        command.addAll(arguments);
        return java(output, command);
    }

    /** Waits until a file says something. */
    void await(Path output, String words) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(output) || !Files.readString(output).contains(words)) {
            assertThat(System.nanoTime())
                    .as("\"%s\" in %s", words, output.getFileName())
                    .isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    /** One worker and what runs on it are gone at once, as when a machine fails. */
    void loseWorker() {
        Process worker = workers.remove(0);
        worker.descendants().forEach(ProcessHandle::destroyForcibly);
        worker.destroyForcibly();
    }

    /** Ends every process, and takes the links to the library away. */
    @Override
    public void close() throws IOException {
        for (Process process : processes) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        try (Stream<Path> links = Files.list(sparkHome.resolve("jars"))) {
            for (Path link : links.toList()) {
                Files.delete(link);
            }
        }
    }

    private void install(Path library) throws IOException {
        Path jars = Files.createDirectories(sparkHome.resolve("jars"));
        try (Stream<Path> files = Files.list(library)) {
            files.filter(jar -> BROUGHT.stream().noneMatch(name(jar)::startsWith))
                    .forEach(jar -> link(jars.resolve(name(jar)), jar));
        }
    }

    private Path startMaster() throws IOException {
        Path output = folder.resolve("master.log");
        String port = master.substring(master.lastIndexOf(':') + 1);
        java(
                output,
                List.of("org.apache.spark.deploy.master.Master", "--host", HOST, "--port", port, "--webui-port", "0"));
        return output;
    }

    private Path startWorker(int number) throws IOException {
        Path output = folder.resolve("worker-" + number + ".log");
        List<String> command = new ArrayList<>(List.of("org.apache.spark.deploy.worker.Worker", "--host", HOST));
        command.addAll(List.of("--cores", "1", "--memory", "1g", "--webui-port", "0"));
        command.addAll(List.of("--work-dir", folder.resolve("worker-" + number).toString(), master));
        workers.add(java(output, command));
        return output;
    }

    private Process java(Path output, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens"))
                .forEach(command::add);
        command.addAll(List.of("-Xmx1g", "-cp", sparkHome.resolve("jars") + "/*"));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("SPARK_HOME", sparkHome.toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", HOST);
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    private static String name(Path jar) {
        return String.valueOf(jar.getFileName());
    }

    private static void link(Path link, Path target) {
        try {
            Files.createSymbolicLink(link, target);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
