package dev.threadline.jobs.boundary;

import dev.threadline.jobs.thread.Message;
import dev.threadline.jobs.thread.Role;
import java.util.List;

/** Who began a thread: an exchange that began by the business writing or greeting first is likely to go on that way. */
final class Beginning {

    /** So many records are looked at, whatever a gap comes after. */
    static final int RECORDS = 64;

    private Beginning() {}

    /** Whether a human wrote the first activity of a thread; not known where none is among its first {@value #RECORDS} records. */
    static boolean isByBusiness(List<Message> thread) {
        for (int i = 0; i < thread.size() && i < RECORDS; i++) {
            if (thread.get(i).isActivity()) {
                return thread.get(i).role() == Role.AGENT;
            }
        }
        return false;
    }
}
