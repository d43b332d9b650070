package dev.threadline.dashboard.web.guard;

import dev.threadline.dashboard.access.Access;
import dev.threadline.dashboard.access.Audience;
import dev.threadline.dashboard.access.Role;
import dev.threadline.dashboard.access.Visitor;
import dev.threadline.dashboard.access.Visitors;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpStatus;
import io.javalin.http.UnauthorizedResponse;
import java.net.InetAddress;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jetty.util.HostPort;

/** Lets a request through to its address only if its visitor may ask it. */
public final class Gate {

    private final Access access;

    public Gate(Access access) {
        this.access = access;
    }

    /**
     * Refuses those whom the address does not answer.
     *
     * @throws UnauthorizedResponse if a program has not signed in; a person is led to do so
     * @throws ForbiddenResponse if the visitor's role may not ask
     */
    public void admit(Context context) {
        refuseOtherNames(context);
        Optional<Visitor> visitor = access.visitor(context);
        visitor.ifPresent(known -> Visitors.note(context, known));
        for (var audience : context.routeRoles()) {
            boolean watches = audience == Audience.WATCHERS && access.isWatcher(context);
            if (audience != Audience.ANYBODY && !watches) {
                admit(context, (Audience) audience, visitor);
            }
        }
    }

    private void admit(Context context, Audience audience, Optional<Visitor> visitor) {
        if (visitor.isPresent()) {
            Role role = visitor.get().role();
            if (!audience.admits(role)) {
                throw new ForbiddenResponse("The role %s may not ask this.".formatted(role.word()));
            }
        } else if (access.bySession() && !Problems.isForPrograms(context)) {
            context.redirect(
                    "/login?next=" + URLEncoder.encode(asked(context), StandardCharsets.UTF_8), HttpStatus.SEE_OTHER);
            context.skipRemainingHandlers();
        } else {
            context.header("WWW-Authenticate", "Session realm=\"threadline\"");
            throw new UnauthorizedResponse(
                    access.bySession()
                            ? "Sign in at /login first, and send its cookie."
                            : "The proxy in front names nobody who has a role here.");
        }
    }

    private static String asked(Context context) {
        String query = context.queryString();
        return query == null ? context.path() : context.path() + "?" + query;
    }

    /**
     * Where nobody signs in, only this machine may ask, by its own name: another site's script could give this machine a
     * name of that site, and read along.
     */
    private void refuseOtherNames(Context context) {
        String host = context.host();
        if (access.isOpen() && host != null && !isThisMachine(new HostPort(host).getHost())) {
            throw new ForbiddenResponse("Without users this dashboard answers to localhost only. Behind a proxy,"
                    + " configure users or trusted-header under dashboard: in threadline.yml.");
        }
    }

    private static boolean isThisMachine(String name) {
        if (name.equals("localhost") || name.endsWith(".localhost")) {
            return true;
        }
        try {
            return name.matches("[0-9.]+|\\[?[0-9a-fA-F:.]*:[0-9a-fA-F:.]*]?")
                    && InetAddress.getByName(name).isLoopbackAddress();
        } catch (UnknownHostException noAddress) {
            return false;
        }
    }
}
