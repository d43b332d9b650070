package dev.threadline.dashboard.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;

/** The place of a warehouse. Its files are listed where they are, and read on this machine. */
public interface Storage {

    /** The warehouse's folder: an absolute path or a URI. */
    String place();

    /** What Hadoop has to know to read here. */
    Configuration hadoop();

    /** How often it may be asked for news. */
    Duration interval();

    /** How many things it is best asked at once. */
    AtOnce atOnce();

    /** Whether there is a folder of this name below the warehouse's. */
    boolean hasFolder(String name);

    /** The names of what is in such a folder; none if it is not there. */
    List<String> names(String folder);

    /**
     * Absolute paths, on this machine, of files of the warehouse.
     *
     * @throws java.io.FileNotFoundException if one of them is gone
     */
    List<String> local(List<StoredFile> files) throws IOException;

    /** The folder of this machine in which all of those lie. */
    Path localFolder();

    /** What was handed out by {@link #local} is still read. */
    void inUse(Collection<String> local);

    /**
     * Copies whose originals are gone go too.
     *
     * @param stamp changes whenever a run came to its end, after which files may be gone
     */
    void mirror(Supplier<String> stamp);
}
