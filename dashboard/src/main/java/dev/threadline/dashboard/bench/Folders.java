package dev.threadline.dashboard.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders that come and go from turn to turn. */
final class Folders {

    private static final String LOG = "_delta_log";

    private Folders() {}

    /** An empty folder in place of what was there. */
    static Path empty(Path folder) {
        delete(folder);
        return made(folder);
    }

    static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A warehouse of its own with the same tables: data files, which never change, are the same files. */
    static Path cloneWarehouse(Path from, Path to) {
        empty(to);
        for (Path path : within(from)) {
            Path target = to.resolve(from.relativize(path).toString());
            made(target.resolveSibling("."));
            try {
                if (from.relativize(path).toString().contains(LOG)) {
                    Files.copy(path, target);
                } else {
                    Files.createLink(target, path);
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return to;
    }

    private static List<Path> within(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
