package dev.threadline.jobs.run;

import dev.threadline.jobs.JobErrors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that is put in place whole: whoever reads it at any moment finds all of what was last written, or none. */
public final class WholeFile {

    private final Path file;

    /** A file in a folder that is there; a user error otherwise, so that nobody learns of it only after the run. */
    public WholeFile(Path file) {
        this.file = file.toAbsolutePath().normalize();
        Path folder = this.file.getParent();
        if (folder == null || !Files.isWritable(folder) || Files.isDirectory(this.file)) {
            throw JobErrors.cannotWrite(this.file, null);
        }
    }

    public Path path() {
        return file;
    }

    /**
     * Puts a text in place of an earlier one; a user error if that cannot be done.
     *
     * @param runId names what is not whole yet
     */
    public void write(String text, String runId) {
        Path unfinished = file.resolveSibling("." + file.getFileName() + "." + runId + ".tmp");
        try {
            try {
                Files.writeString(unfinished, text);
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException cause) {
            throw JobErrors.cannotWrite(file, cause);
        }
    }
}
