package dev.threadline.dashboard.warehouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where DuckDB puts what does not fit into memory. It may hold what customers wrote, so no other user of the machine may look
 * into it; and since queries can read all of it, nothing else lies there.
 */
final class SpillFolder {

    private static @Nullable Path ofProcess;

    private SpillFolder() {}

    /** A folder for one instance of DuckDB, which makes it when it needs it and deletes it at its end. */
    static synchronized Path next() throws IOException {
        if (ofProcess == null) {
            ofProcess = Files.createTempDirectory("threadline-");
            ofProcess.toFile().deleteOnExit();
        }
        return ofProcess.resolve(UUID.randomUUID().toString());
    }
}
