package dev.threadline.dashboard.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The machine that a race was run on. */
final class Machine {

    private static final double GIB = 1L << 30;

    private Machine() {}

    static String description() {
        return String.format(
                Locale.ROOT,
                "%d cores (%s), %.0f GB, %s %s %s, JVM %s",
                Runtime.getRuntime().availableProcessors(),
                processor(),
                Memory.ofMachine() / GIB,
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch"),
                System.getProperty("java.vm.version"));
    }

    /** Processes that wanted to run in the last minute; negative where the system does not tell. */
    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static String processor() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException elsewhere) {
            return "unknown";
        }
    }
}
