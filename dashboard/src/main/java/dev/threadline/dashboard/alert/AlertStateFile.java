package dev.threadline.dashboard.alert;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.threadline.dashboard.error.DashboardErrors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The file that remembers alerts over a restart. */
final class AlertStateFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    AlertStateFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /**
     * What was remembered; nothing where there is no file yet.
     *
     * @throws dev.threadline.dashboard.error.UserError if it cannot be read
     */
    AlertState read() {
        try {
            return Files.exists(file) ? JSON.readValue(file.toFile(), AlertState.class) : AlertState.NONE;
        } catch (IOException unreadable) {
            throw DashboardErrors.alertState(file, unreadable.toString());
        }
    }

    /**
     * Remembers; the file is the old one or the new one, never half of it.
     *
     * @throws dev.threadline.dashboard.error.UserError if it cannot be written
     */
    void write(AlertState state) {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try {
            Files.write(next, JSON.writeValueAsBytes(state));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw DashboardErrors.alertState(file, unwritable.toString());
        }
    }
}
