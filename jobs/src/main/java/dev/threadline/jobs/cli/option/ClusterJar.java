package dev.threadline.jobs.cli.option;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The jar that brings Threadline, without Spark, to the executors of a cluster; the build puts it beside the program's. */
final class ClusterJar {

    private static final String JAR = ".jar";

    private ClusterJar() {}

    /** None when the program was not started from its jar: then whoever started it says what executors are given. */
    static Optional<Path> find() {
        try {
            Path program = Path.of(ClusterJar.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            String name = String.valueOf(program.getFileName());
            return Optional.of(program.resolveSibling(name.replace(JAR, "-cluster" + JAR)))
                    .filter(jar -> name.endsWith(JAR))
                    .filter(Files::exists);
        } catch (URISyntaxException cause) {
            throw new IllegalStateException("the place that a class was loaded from is no URI", cause);
        }
    }
}
