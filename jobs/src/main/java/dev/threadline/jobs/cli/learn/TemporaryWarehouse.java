package dev.threadline.jobs.cli.learn;

import dev.threadline.ingestion.warehouse.Warehouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.fs.FileUtil;
import org.apache.spark.sql.SparkSession;

/** A warehouse for one command, gone with it, also when it is interrupted. */
final class TemporaryWarehouse implements AutoCloseable {

    private final Path folder;
    private final Warehouse warehouse;

    private TemporaryWarehouse(Path folder, Warehouse warehouse) {
        this.folder = folder;
        this.warehouse = warehouse;
    }

    static TemporaryWarehouse open(SparkSession spark) {
        try {
            Path folder = Files.createTempDirectory("threadline-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> FileUtil.fullyDelete(folder.toFile())));
            return new TemporaryWarehouse(
                    folder, new Warehouse(spark, folder.resolve("warehouse").toString()));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    Warehouse warehouse() {
        return warehouse;
    }

    @Override
    public void close() {
        FileUtil.fullyDelete(folder.toFile());
    }
}
