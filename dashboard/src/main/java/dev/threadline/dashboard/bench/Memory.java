package dev.threadline.dashboard.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Linux tells of memory; elsewhere peaks are not known. */
final class Memory {

    private static final String PEAK = "VmHWM:";
    private static final long KIB = 1024;

    private Memory() {}

    /** The most that a process or one of those that it started has held so far. */
    static long peakBytes(ProcessHandle process) {
        return process.descendants().mapToLong(Memory::ownPeakBytes).max().orElse(0);
    }

    /** Bytes of the machine, or of the part of it that a container has. */
    static long ofMachine() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getTotalMemorySize();
    }

    private static long ownPeakBytes(ProcessHandle process) {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith(PEAK))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIB)
                    .findFirst()
                    .orElse(0);
        } catch (IOException gone) {
            return 0;
        }
    }
}
