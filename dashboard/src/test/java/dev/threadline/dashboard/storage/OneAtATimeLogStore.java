package dev.threadline.dashboard.storage;

import dev.threadline.ingestion.warehouse.CreateOnceLogStore;
import java.io.IOException;
import java.util.Iterator;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * The server that stands in for S3 looks whether an object is there and then writes, so that of four who put the same at
 * once several succeed; S3 lets one. Here they come one at a time, which leaves all else of a race as it is.
 */
public final class OneAtATimeLogStore extends CreateOnceLogStore {

    public OneAtATimeLogStore(Configuration hadoop) {
        super(hadoop);
    }

    @Override
    public void write(Path path, Iterator<String> actions, Boolean overwrite, Configuration hadoop) throws IOException {
        synchronized (OneAtATimeLogStore.class) {
            super.write(path, actions, overwrite, hadoop);
        }
    }
}
