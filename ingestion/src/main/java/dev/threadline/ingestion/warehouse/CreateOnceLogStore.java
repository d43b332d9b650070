package dev.threadline.ingestion.warehouse;

import io.delta.storage.S3SingleDriverLogStore;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.util.Arrays;
import java.util.Iterator;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options.CreateFileOptionKeys;
import org.apache.hadoop.fs.Path;

/**
 * How Delta writes its log on S3, when several programs write: the store itself refuses the second of two who put a commit
 * of the same number ({@code If-None-Match: *}). Delta's own way looks first and writes then, in one program at a time.
 */
public class CreateOnceLogStore extends S3SingleDriverLogStore {

    public CreateOnceLogStore(Configuration hadoop) {
        super(hadoop);
    }

    @Override
    public void write(Path path, Iterator<String> actions, Boolean overwrite, Configuration hadoop) throws IOException {
        if (overwrite) {
            super.write(path, actions, true, hadoop);
            return;
        }
        byte[] commit = bytes(actions);
        FileSystem system = path.getFileSystem(hadoop);
        try {
            create(system, path, commit);
        } catch (IOException refused) {
            // A write whose answer was lost is tried again by the connector, and then refused for what it wrote itself.
            if (!Arrays.equals(commit, present(system, path, refused))) {
                throw (IOException) new FileAlreadyExistsException(path.toString()).initCause(refused);
            }
        }
    }

    private static void create(FileSystem system, Path path, byte[] commit) throws IOException {
        FSDataOutputStreamBuilder<?, ?> builder = system.createFile(path);
        builder.create();
        builder.recursive();
        builder.must(CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE, true);
        FSDataOutputStream out = builder.build();
        try {
            out.write(commit);
        } catch (IOException | RuntimeException unfinished) {
            out.abort();
            throw unfinished;
        }
        out.close();
    }

    /** What is there; if nothing is, it was not for that that the write failed. */
    private static byte[] present(FileSystem system, Path path, IOException refused) throws IOException {
        try (FSDataInputStream in = system.open(path)) {
            return in.readAllBytes();
        } catch (FileNotFoundException nothing) {
            refused.addSuppressed(nothing);
            throw refused;
        }
    }

    private static byte[] bytes(Iterator<String> actions) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        actions.forEachRemaining(action -> lines.writeBytes((action + '\n').getBytes(StandardCharsets.UTF_8)));
        return lines.toByteArray();
    }
}
