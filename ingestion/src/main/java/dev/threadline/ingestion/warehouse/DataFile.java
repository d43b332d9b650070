package dev.threadline.ingestion.warehouse;

import java.io.Serializable;
import java.util.List;

/**
 * A finished Parquet file that no table version holds yet.
 *
 * @param name of the file in the table's folder
 * @param bytes its size
 * @param modifiedAt epoch milliseconds
 * @param rows how many it holds; at least 1
 * @param statistics what Delta's readers skip files by, as its log holds it: JSON
 */
public record DataFile(String name, long bytes, long modifiedAt, long rows, String statistics) implements Serializable {

    /** How many rows files hold together. */
    public static long rows(List<DataFile> files) {
        return files.stream().mapToLong(DataFile::rows).sum();
    }
}
