package dev.threadline.ingestion.warehouse;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes records of a table to one file for each band of age, and those that are likely to change soon, however old, to one
 * more; a file is only made once there is a record for it.
 */
public final class AgedFiles<T> implements AutoCloseable {

    private final Table<T> table;
    private final AgeBands bands;
    private final Supplier<DataFileWriter<T>> opener;
    private final @Nullable DataFileWriter<T>[] files;

    @SuppressWarnings("unchecked") // an array of a generic type cannot be made otherwise
    AgedFiles(Table<T> table, AgeBands bands, Supplier<DataFileWriter<T>> opener) {
        this.table = table;
        this.bands = bands;
        this.opener = opener;
        this.files = (DataFileWriter<T>[]) new DataFileWriter<?>[bands.bands() + 1];
    }

    public void write(T entity) {
        int place = place(entity);
        DataFileWriter<T> file = files[place];
        if (file == null) {
            file = opener.get();
            files[place] = file;
        }
        file.write(entity);
    }

    private int place(T entity) {
        if (bands.bands() == 1) {
            return 0;
        }
        return table.isUnsettled(entity) ? bands.bands() : bands.of(table.instant(entity));
    }

    /** Completes the files. */
    public List<DataFile> finish() {
        return Arrays.stream(files)
                .filter(Objects::nonNull)
                .flatMap(file -> file.finish().stream())
                .toList();
    }

    /** Gives up unfinished files. */
    @Override
    public void close() {
        Arrays.stream(files).filter(Objects::nonNull).forEach(DataFileWriter::close);
    }
}
