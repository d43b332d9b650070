package dev.threadline.ingestion.warehouse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.storage.LogStore;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Writes a small file that never changes and that only its owner may read: of several who do so at the same moment one
 * succeeds, and nobody sees half of it.
 */
public final class OneWriter {

    private static final FsPermission OWNER_ONLY = new FsPermission((short) 0600);
    private static final String OTHERS_NOTHING = "077";

    private OneWriter() {}

    /**
     * Writes a file of one line.
     *
     * @throws IOException if it was not written, because another was there before or for another reason
     */
    public static void write(SparkSession spark, Path file, String line) throws IOException {
        Configuration hadoop = spark.sessionState().newHadoopConf();
        FileSystem system = file.getFileSystem(hadoop);
        if (system instanceof LocalFileSystem local) {
            link(local, file, line);
        } else {
            commit(spark, hadoop, file, line);
        }
    }

    /** A folder of this machine takes no second file of a name, whoever links it. */
    private static void link(LocalFileSystem local, Path file, String line) throws IOException {
        FileSystem system = local.getRawFileSystem();
        Path unfinished = file.suffix("." + UUID.randomUUID());
        try {
            try (FSDataOutputStream out = FileSystem.create(system, unfinished, OWNER_ONLY)) {
                out.write(line.getBytes(StandardCharsets.UTF_8));
            }
            link(local.pathToFile(file).toPath(), local.pathToFile(unfinished).toPath());
        } finally {
            system.delete(unfinished, false);
        }
    }

    private static void link(java.nio.file.Path wanted, java.nio.file.Path made) throws IOException {
        try {
            Files.createLink(wanted, made);
        } catch (FileAlreadyExistsException other) {
            throw other;
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            Files.move(made, wanted);
        }
    }

    /** Elsewhere the way in which the store lets one of two write a commit of a table's log. */
    static void commit(SparkSession spark, Configuration hadoop, Path file, String line) throws IOException {
        hadoop.set("fs.permissions.umask-mode", OTHERS_NOTHING);
        LogStore.apply(spark)
                .write(file, CollectionConverters.asScala(List.of(line).iterator()), false, hadoop);
    }
}
