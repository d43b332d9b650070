package dev.threadline.dashboard.web.guard;

import io.javalin.http.Context;
import java.util.Map;

/** What browsers are told not to do with our pages: no script but ours, no other host, no frame. */
public final class SecurityHeaders {

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
                    + " font-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "same-origin",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin");

    private SecurityHeaders() {}

    /** Sets them on an answer. */
    public static void set(Context context) {
        HEADERS.forEach(context::header);
    }
}
