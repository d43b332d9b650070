package dev.threadline.dashboard.web.guard;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import java.util.Set;

/**
 * Refuses what another site makes a visitor's browser send. Browsers say where a request comes from by Sec-Fetch-Site,
 * or, without encryption, by Origin; programs say neither and carry no cookie that they were not given.
 */
public final class CrossSite {

    private static final Set<String> CHANGE_NOTHING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    private CrossSite() {}

    /**
     * Lets through what changes nothing, or comes from our own pages or a program.
     *
     * @throws ForbiddenResponse if another site sent it
     */
    public static void refuse(Context context) {
        if (CHANGE_NOTHING.contains(context.method().name()) || isOwn(context)) {
            return;
        }
        throw new ForbiddenResponse("This came from another site.");
    }

    private static boolean isOwn(Context context) {
        String site = context.header("Sec-Fetch-Site");
        if (site != null) {
            return OWN_SITES.contains(site);
        }
        String origin = context.header("Origin");
        return origin == null || origin.replaceFirst("^https?://", "").equals(context.host());
    }
}
