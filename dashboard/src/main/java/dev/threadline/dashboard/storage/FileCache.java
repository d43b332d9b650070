package dev.threadline.dashboard.storage;

import dev.threadline.dashboard.error.DashboardErrors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies, on this machine's disk, of files that never change. Together they take up no more than a limit: the one that was
 * not used for the longest time goes first. What was used of late stays in any case, since another program may share the
 * cache and be reading it. A file's time is when it was last used.
 */
final class FileCache {

    /** What was used within this time may be in use. */
    static final Duration LATELY = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(FileCache.class);

    private static final String UNFINISHED = ".part";
    private static final Pattern OF_A_WAREHOUSE = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private final CacheSettings settings;
    private final InstantSource time;

    FileCache(CacheSettings settings, InstantSource time) {
        this.settings = settings;
        this.time = time;
    }

    /** Brings a file from where it lies. */
    interface Source {
        void copyTo(Path target) throws IOException;
    }

    /** Where copies of files of a warehouse lie: in a folder that nothing else is named like. */
    Path folderOf(String warehouse) {
        return settings.folder()
                .resolve(UUID.nameUUIDFromBytes(warehouse.getBytes(StandardCharsets.UTF_8))
                        .toString());
    }

    /** Whether there is a copy of this length; if so it counts as used now. */
    boolean use(Path copy, long bytes) throws IOException {
        boolean isThere = Copy.at(copy).filter(found -> found.bytes() == bytes).isPresent();
        if (isThere) {
            touch(List.of(copy));
        }
        return isThere;
    }

    /** Makes a copy, whole or not at all. */
    void add(Path copy, long bytes, Source source) throws IOException {
        Path unfinished = copy.resolveSibling(copy.getFileName() + "." + UUID.randomUUID() + UNFINISHED);
        createFolder(copy.resolveSibling(""));
        try {
            source.copyTo(unfinished);
            long length = Files.size(unfinished);
            if (length != bytes) {
                throw new IOException(
                        "%s has %d bytes where the table's log says %d".formatted(copy.getFileName(), length, bytes));
            }
            Files.move(unfinished, copy, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            touch(List.of(copy));
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** Notes that copies are used now. */
    void touch(Collection<Path> copies) throws IOException {
        FileTime now = FileTime.from(time.instant());
        for (Path copy : copies) {
            try {
                Files.setLastModifiedTime(copy, now);
            } catch (NoSuchFileException gone) {
                // Whoever reads it next fetches it again, or is told.
            }
        }
    }

    /** Deletes what was not used for the longest time until a number of bytes more fits in, or nothing more can go. */
    void makeRoom(long bytes) throws IOException {
        Instant lately = time.instant().minus(LATELY);
        List<Copy> copies = copies();
        long size = bytes + copies.stream().mapToLong(Copy::bytes).sum();
        for (Copy copy : copies) {
            boolean isOver = size > settings.bytes() || copy.isUnfinished();
            if (isOver && copy.usedAt().isBefore(lately)) {
                Files.deleteIfExists(copy.path());
                size -= copy.bytes();
            }
        }
        if (size > settings.bytes()) {
            LOG.warn("{} takes up {} bytes, more than cache.size: what is in use needs them", settings.folder(), size);
        }
    }

    /** All copies, the one not used for the longest time first. What else lies in the folder is somebody else's. */
    private List<Copy> copies() throws IOException {
        List<Copy> copies = new ArrayList<>();
        if (Files.isDirectory(settings.folder())) {
            try (DirectoryStream<Path> warehouses =
                    Files.newDirectoryStream(settings.folder(), FileCache::isOfAWarehouse)) {
                for (Path folder : warehouses) {
                    copies.addAll(copies(folder));
                }
            }
        }
        copies.sort(Comparator.comparing(Copy::usedAt));
        return copies;
    }

    private static boolean isOfAWarehouse(Path folder) {
        return OF_A_WAREHOUSE.matcher(folder.getFileName().toString()).matches();
    }

    /** The copies below a folder. Others may add and delete meanwhile. */
    static List<Copy> copies(Path folder) throws IOException {
        List<Copy> copies = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes found) {
                if (found.isRegularFile()) {
                    copies.add(new Copy(
                            path, found.size(), found.lastModifiedTime().toInstant()));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path path, IOException failed) throws IOException {
                if (failed instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failed;
            }
        });
        return copies;
    }

    /** One file of the cache. */
    record Copy(Path path, long bytes, Instant usedAt) {

        /** None if it went, or got its final name, since it was listed. */
        static Optional<Copy> at(Path path) throws IOException {
            try {
                return Optional.of(new Copy(
                        path, Files.size(path), Files.getLastModifiedTime(path).toInstant()));
            } catch (NoSuchFileException gone) {
                return Optional.empty();
            }
        }

        boolean isUnfinished() {
            return path.toString().endsWith(UNFINISHED);
        }
    }

    /** Copies may hold what customers wrote: no other user of the machine may read them. */
    private void createFolder(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
        } catch (IOException refused) {
            throw DashboardErrors.cacheUnusable(settings.folder(), refused);
        }
    }
}
