package dev.threadline.ingestion.warehouse;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
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

    /** New files of a table, one for each band of age. */
    public <T> AgedFiles<T> open(Table<T> table, AgeBands bands) {
        return new AgedFiles<>(table, bands, () -> open(table));
    }

    /** The rows of finished files of a table, whether it holds them or not. */
    public Dataset<Row> read(SparkSession spark, Table<?> table, Collection<DataFile> files) {
        return files.isEmpty()
                ? spark.createDataFrame(List.of(), table.schema())
                : spark.read()
                        .schema(table.schema())
                        .parquet(files.stream()
                                .map(file -> SparkPaths.literal(folder(table) + '/' + file.name()))
                                .toArray(String[]::new));
    }

    /** A new file of a table. */
    public <T> DataFileWriter<T> open(Table<T> table) {
        return new DataFileWriter<>(table, folder(table), hadoop.value());
    }

    private String folder(Table<?> table) {
        return root + '/' + table.name();
    }
}
