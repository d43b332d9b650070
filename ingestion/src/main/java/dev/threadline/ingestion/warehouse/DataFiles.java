package dev.threadline.ingestion.warehouse;

import java.io.Serializable;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.util.SerializableConfiguration;

/** Opens data files in the folders of a warehouse's tables; it is small and is sent with tasks. */
public final class DataFiles implements Serializable {

    private static final long serialVersionUID = 1;

    private final String root;
    private final SerializableConfiguration hadoop;

    DataFiles(String root, Configuration hadoop) {
        this.root = root;
        this.hadoop = new SerializableConfiguration(hadoop);
    }

    /** A new file of a table. */
    public <T> DataFileWriter<T> open(Table<T> table) {
        return new DataFileWriter<>(table, root + '/' + table.name(), hadoop.value());
    }
}
