package dev.threadline.dashboard.storage;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;

/** A folder of this machine, or one that it mounts: files are read where they are. */
public final class LocalFolder implements Storage {

    private static final String SCHEME = "file:";
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final Path directory;

    /** A folder, which need not exist yet. */
    public LocalFolder(Path directory) {
        this.directory = directory.toAbsolutePath().normalize();
    }

    @Override
    public String place() {
        return directory.toString();
    }

    /** Without Hadoop's defaults, which take time to read and say nothing of folders. */
    @Override
    public Configuration hadoop() {
        return new Configuration(false);
    }

    @Override
    public Duration interval() {
        return INTERVAL;
    }

    @Override
    public AtOnce atOnce() {
        return new AtOnce(1);
    }

    @Override
    public boolean hasFolder(String name) {
        return Files.isDirectory(directory.resolve(name));
    }

    @Override
    public List<String> names(String folder) {
        Path path = directory.resolve(folder);
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public List<String> local(List<StoredFile> files) throws FileNotFoundException {
        List<String> paths =
                files.stream().map(file -> withoutScheme(file.path())).toList();
        for (String path : paths) {
            if (!Files.exists(Path.of(path))) {
                throw new FileNotFoundException(path);
            }
        }
        return paths;
    }

    private static String withoutScheme(String path) {
        return path.startsWith(SCHEME) ? path.substring(SCHEME.length()) : path;
    }

    @Override
    public Path localFolder() {
        return directory;
    }

    @Override
    public void inUse(Collection<String> local) {
        // Nobody but the jobs deletes these.
    }

    @Override
    public void mirror(Supplier<String> stamp) {
        // There are no copies.
    }
}
