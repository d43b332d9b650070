package dev.threadline.dashboard.web.page;

import dev.threadline.dashboard.access.Role;
import dev.threadline.dashboard.access.Visitors;
import dev.threadline.dashboard.error.UserError;
import io.javalin.http.Context;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What visitors are told of a mistake in how the dashboard is run: where things lie on its machine only leads are. */
public final class Mistakes {

    private static final Logger LOG = LoggerFactory.getLogger(Mistakes.class);

    /** A page that waits for a publication asks every few seconds. */
    private static final AtomicReference<String> LOGGED = new AtomicReference<>("");

    private Mistakes() {}

    /** What is told to who asks; what others than leads are not told is in the log. */
    public static String told(Context context, UserError mistake) {
        String whole = String.valueOf(mistake.getMessage());
        boolean seesAll = Visitors.known(context)
                .filter(visitor -> visitor.role() == Role.LEAD)
                .isPresent();
        if (!seesAll && !LOGGED.getAndSet(whole).equals(whole)) {
            LOG.warn("{}", whole);
        }
        return seesAll ? whole : mistake.withoutPlaces();
    }
}
