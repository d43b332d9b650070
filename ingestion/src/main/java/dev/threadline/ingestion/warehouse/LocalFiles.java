package dev.threadline.ingestion.warehouse;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumFs;
import org.apache.hadoop.fs.DelegateToFileSystem;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FsConstants;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * Hadoop's file system of this machine's files without a process for every file: where Hadoop's native library is not
 * installed it runs {@code chmod} for each file that it makes and {@code readlink} for each that it renames, hundreds of
 * them in a build. The JVM can do both itself.
 */
public final class LocalFiles {

    private LocalFiles() {}

    /** The settings by which Hadoop uses it, under Spark's names. */
    static Map<String, String> settings() {
        return Map.of(
                "spark.hadoop.fs.file.impl", OfFileSystem.class.getName(),
                "spark.hadoop.fs.AbstractFileSystem.file.impl", OfFileContext.class.getName());
    }

    /** What {@link org.apache.hadoop.fs.FileSystem} makes of {@code file:}; Hadoop makes it by its name. */
    public static final class OfFileSystem extends LocalFileSystem {
        public OfFileSystem() {
            super(new Raw());
        }
    }

    /** What {@link org.apache.hadoop.fs.FileContext} makes of {@code file:}; Hadoop makes it by its name. */
    public static final class OfFileContext extends ChecksumFs {
        public OfFileContext(URI uri, Configuration configuration) throws IOException, URISyntaxException {
            super(new RawOfFileContext(configuration));
        }
    }

    private static final class RawOfFileContext extends DelegateToFileSystem {
        RawOfFileContext(Configuration configuration) throws IOException, URISyntaxException {
            super(FsConstants.LOCAL_FS_URI, new Raw(), configuration, FsConstants.LOCAL_FS_URI.getScheme(), false);
        }

        @Override
        public int getUriDefaultPort() {
            return -1;
        }

        /** The operating system knows which names it allows. */
        @Override
        public boolean isValidName(String name) {
            return true;
        }
    }

    private static final class Raw extends RawLocalFileSystem {

        @Override
        public void setPermission(Path path, FsPermission permission) throws IOException {
            PosixFileAttributeView file =
                    Files.getFileAttributeView(pathToFile(path).toPath(), PosixFileAttributeView.class);
            if (file == null || permission.getStickyBit()) {
                super.setPermission(path, permission);
            } else {
                file.setPermissions(PosixFilePermissions.fromString(permission.getUserAction().SYMBOL
                        + permission.getGroupAction().SYMBOL
                        + permission.getOtherAction().SYMBOL));
            }
        }

        @Override
        public FileStatus getFileLinkStatus(Path path) throws IOException {
            return Files.isSymbolicLink(pathToFile(path).toPath())
                    ? super.getFileLinkStatus(path)
                    : getFileStatus(path);
        }
    }
}
