package dev.threadline.dashboard.storage;

import dev.threadline.dashboard.error.DashboardErrors;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options.OpenFileOptions;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.util.functional.FutureIO;

/** A folder on any Hadoop file system but this machine's. Files that never change are copied here when first read. */
public final class ObjectStore implements Storage {

    /** Each question costs something, to be paid for at most stores. */
    private static final Duration INTERVAL = Duration.ofSeconds(10);

    private static final AtOnce AT_ONCE = new AtOnce(8);

    /** Somebody waits: what does not answer soon does not answer. */
    private static final Map<String, String> PATIENCE =
            Map.of("fs.s3a.retry.limit", "2", "fs.s3a.attempts.maximum", "2", "fs.azure.io.retry.max.retries", "2");

    private static final String STAMP = "stamp";

    private final Path root;
    private final Configuration hadoop;
    private final FileSystem system;
    private final FileCache cache;
    private final java.nio.file.Path copies;

    /**
     * A warehouse in a store.
     *
     * @param place such as {@code s3a://bucket/warehouse}
     * @param settings of the file system under Hadoop's names
     */
    public ObjectStore(String place, Map<String, String> settings, CacheSettings cache) {
        this.hadoop = new Configuration();
        PATIENCE.forEach(hadoop::set);
        settings.forEach(hadoop::set);
        Path given = new Path(place);
        try {
            this.system = given.getFileSystem(hadoop);
        } catch (IOException | RuntimeException refused) {
            throw DashboardErrors.storeRefuses(place, refused);
        }
        this.root = system.makeQualified(given);
        this.cache = new FileCache(cache, InstantSource.system());
        this.copies = this.cache.folderOf(root.toString());
    }

    @Override
    public String place() {
        return root.toString();
    }

    @Override
    public Configuration hadoop() {
        return hadoop;
    }

    @Override
    public Duration interval() {
        return INTERVAL;
    }

    @Override
    public AtOnce atOnce() {
        return AT_ONCE;
    }

    @Override
    public boolean hasFolder(String name) {
        return !names(name).isEmpty();
    }

    @Override
    public List<String> names(String folder) {
        try {
            return Arrays.stream(system.listStatus(new Path(root, folder)))
                    .map(FileStatus::getPath)
                    .map(Path::getName)
                    .toList();
        } catch (FileNotFoundException none) {
            return List.of();
        } catch (IOException | RuntimeException refused) {
            throw DashboardErrors.storeRefuses(place(), refused);
        }
    }

    @Override
    public List<String> local(List<StoredFile> files) throws IOException {
        Map<StoredFile, java.nio.file.Path> missing = new HashMap<>();
        for (StoredFile file : files) {
            java.nio.file.Path copy = copy(file);
            if (!cache.use(copy, file.bytes())) {
                missing.put(file, copy);
            }
        }
        if (!missing.isEmpty()) {
            fetch(missing);
        }
        return files.stream().map(file -> copy(file).toString()).toList();
    }

    private java.nio.file.Path copy(StoredFile file) {
        String relative = root.toUri().relativize(new Path(file.path()).toUri()).getPath();
        java.nio.file.Path copy = copies.resolve(relative).normalize();
        if (!copy.startsWith(copies)) {
            throw new IllegalStateException(file.path() + " is no file of " + root);
        }
        return copy;
    }

    private void fetch(Map<StoredFile, java.nio.file.Path> missing) throws IOException {
        cache.makeRoom(missing.keySet().stream().mapToLong(StoredFile::bytes).sum());
        try {
            AT_ONCE.map(missing.entrySet(), file -> fetch(file.getKey(), file.getValue()));
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private java.nio.file.Path fetch(StoredFile file, java.nio.file.Path copy) {
        try {
            cache.add(copy, file.bytes(), target -> {
                try (FSDataInputStream in = open(file)) {
                    Files.copy(in, target);
                }
            });
            return copy;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Opens a file that is read from its beginning to its end, and whose length need not be asked for. */
    private FSDataInputStream open(StoredFile file) throws IOException {
        return FutureIO.awaitFuture(system.openFile(new Path(file.path()))
                .opt(
                        OpenFileOptions.FS_OPTION_OPENFILE_READ_POLICY,
                        OpenFileOptions.FS_OPTION_OPENFILE_READ_POLICY_WHOLE_FILE)
                .optLong(OpenFileOptions.FS_OPTION_OPENFILE_LENGTH, file.bytes())
                .build());
    }

    @Override
    public java.nio.file.Path localFolder() {
        return copies;
    }

    @Override
    public void inUse(Collection<String> local) {
        try {
            cache.touch(local.stream().map(java.nio.file.Path::of).toList());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public void mirror(Supplier<String> stamp) {
        java.nio.file.Path mirrored = copies.resolve(STAMP);
        try {
            if (!Files.isDirectory(copies)) {
                return;
            }
            String now = stamp.get();
            if (!Files.exists(mirrored) || !Files.readString(mirrored).equals(now)) {
                deleteGone();
                Files.writeString(mirrored, now);
            }
        } catch (IOException refused) {
            throw DashboardErrors.storeRefuses(place(), refused);
        }
    }

    private void deleteGone() throws IOException {
        Map<String, Set<String>> present = new HashMap<>();
        for (FileCache.Copy copy : FileCache.copies(copies)) {
            java.nio.file.Path relative = copies.relativize(copy.path());
            if (relative.getNameCount() == 2 && !copy.isUnfinished()) {
                Set<String> names =
                        present.computeIfAbsent(relative.getName(0).toString(), folder -> new HashSet<>(names(folder)));
                if (!names.contains(relative.getName(1).toString())) {
                    Files.deleteIfExists(copy.path());
                }
            }
        }
    }
}
