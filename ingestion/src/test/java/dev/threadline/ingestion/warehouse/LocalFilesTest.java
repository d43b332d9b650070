package dev.threadline.ingestion.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFilesTest {

    private static final URI LOCAL = URI.create("file:///");

    @TempDir
    java.nio.file.Path folder;

    private final Configuration configuration = new Configuration();

    LocalFilesTest() {
        LocalFiles.settings()
                .forEach((name, value) -> configuration.set(name.substring("spark.hadoop.".length()), value));
    }

    @Test
    void aNewFileHasTheRightsThatWereAskedFor() throws IOException {
        java.nio.file.Path file = folder.resolve("secret");
        try (FileSystem files = FileSystem.newInstance(LOCAL, configuration);
                FSDataOutputStream out = FileSystem.create(files, path(file), new FsPermission("600"))) {
            assertThat(files).isInstanceOf(LocalFiles.OfFileSystem.class);
            out.write("text".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(file).hasContent("text");
    }

    @Test
    void aRenameDoesNotReplaceUnlessItIsToldTo() throws IOException {
        java.nio.file.Path from = Files.writeString(folder.resolve("from"), "new");
        java.nio.file.Path to = Files.writeString(folder.resolve("to"), "old");
        FileContext files = FileContext.getFileContext(LOCAL, configuration);
        assertThat(files.getDefaultFileSystem()).isInstanceOf(LocalFiles.OfFileContext.class);

        assertThatThrownBy(() -> files.rename(path(from), path(to))).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(to).hasContent("old");
        files.rename(path(from), path(to), Options.Rename.OVERWRITE);

        assertThat(to).hasContent("new");
        assertThat(from).doesNotExist();
    }

    @Test
    void aLinkIsWhatHadoopTakesItFor() throws IOException {
        java.nio.file.Path file = Files.writeString(folder.resolve("file"), "text");
        java.nio.file.Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        FileContext files = FileContext.getFileContext(LOCAL, configuration);
        FileContext hadoops = FileContext.getFileContext(LOCAL, new Configuration());

        for (java.nio.file.Path any : List.of(file, link)) {
            assertThat(files.getFileLinkStatus(path(any)))
                    .hasToString(hadoops.getFileLinkStatus(path(any)).toString());
            assertThat(files.getFileStatus(path(any)))
                    .hasToString(hadoops.getFileStatus(path(any)).toString());
        }
    }

    private static Path path(java.nio.file.Path file) {
        return new Path(file.toUri());
    }
}
