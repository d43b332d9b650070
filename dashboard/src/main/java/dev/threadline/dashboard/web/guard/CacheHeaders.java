package dev.threadline.dashboard.web.guard;

import dev.threadline.dashboard.access.Access;
import io.javalin.http.Context;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What caches on the way are told: an answer is for the visitor who asked. One that keeps it all the same is told which
 * headers of a request say who that is.
 */
public final class CacheHeaders {

    /** Scripts, styles and the like are the same for all. */
    private static final List<String> FOR_ALL = List.of("/assets/", "/webjars/");

    private static final String COMPRESSION = "Accept-Encoding";

    private final String visitors;

    public CacheHeaders(Access access) {
        this.visitors = Stream.concat(Stream.of(COMPRESSION), access.visitorHeaders().stream())
                .collect(Collectors.joining(", "));
    }

    /** Sets them on an answer, which may ask for more. */
    public void set(Context context) {
        if (FOR_ALL.stream().anyMatch(context.path()::startsWith)) {
            context.header("Vary", COMPRESSION);
        } else {
            context.header("Cache-Control", "private, no-cache");
            context.header("Vary", visitors);
        }
    }
}
