package dev.threadline.dashboard.access;

import io.javalin.http.Context;
import io.javalin.http.UnauthorizedResponse;
import java.util.Optional;

/** Who asks a request, noted where it is let in. */
public final class Visitors {

    private static final String VISITOR = "visitor";

    private Visitors() {}

    /** Notes who asks. */
    public static void note(Context context, Visitor visitor) {
        context.attribute(VISITOR, visitor);
    }

    /**
     * Who asks.
     *
     * @throws UnauthorizedResponse if nobody is known to
     */
    public static Visitor of(Context context) {
        return known(context).orElseThrow(UnauthorizedResponse::new);
    }

    /** Who asks, where the address answers anybody. */
    public static Optional<Visitor> known(Context context) {
        return Optional.ofNullable(context.attribute(VISITOR));
    }
}
