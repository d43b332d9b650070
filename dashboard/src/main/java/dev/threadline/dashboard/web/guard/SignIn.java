package dev.threadline.dashboard.web.guard;

import dev.threadline.dashboard.access.Access;
import dev.threadline.dashboard.access.Access.Attempt;
import dev.threadline.dashboard.access.Visitors;
import dev.threadline.dashboard.web.page.Pages;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page where visitors say who they are, and the way out. */
public final class SignIn {

    private static final int UNTIL_THE_BROWSER_CLOSES = -1;
    private static final int LONGEST_NAME = 200;

    private final Access access;
    private final Pages pages;

    public SignIn(Access access, Pages pages) {
        this.access = access;
        this.pages = pages;
    }

    /** Shows the form; leads on those who are known. */
    public void show(Context context) {
        String next = next(context.queryParam("next"));
        if (Visitors.known(context).isPresent()) {
            context.redirect(next, HttpStatus.SEE_OTHER);
        } else {
            form(context, next, "", "");
        }
    }

    /** Takes name and password; those who are right get a cookie and go on to where they wanted. */
    public void signIn(Context context) throws InterruptedException {
        String next = next(context.formParam("next"));
        String name = Optional.ofNullable(context.formParam("name")).orElse("");
        String password = Optional.ofNullable(context.formParam("password")).orElse("");
        if (name.length() > LONGEST_NAME) {
            refuse(context, next, "", "Name or password is wrong.");
            return;
        }
        Attempt attempt = access.signIn(name, password.toCharArray(), context);
        if (attempt.secret().isPresent()) {
            context.cookie(cookie(attempt.secret().get(), access.isEncrypted(context)));
            context.redirect(next, HttpStatus.SEE_OTHER);
        } else if (attempt.pause().isZero()) {
            refuse(context, next, name, "Name or password is wrong.");
        } else {
            long seconds = attempt.pause().toSeconds() + 1;
            context.header("Retry-After", String.valueOf(seconds));
            context.status(HttpStatus.TOO_MANY_REQUESTS);
            form(context, next, name, "Too many attempts. Try again in %,d s.".formatted(seconds));
        }
    }

    /** Ends the session and makes the browser forget what it showed. */
    public void signOut(Context context) {
        access.signOut(context);
        context.removeCookie(Access.COOKIE, "/");
        context.header("Clear-Site-Data", "\"cache\"");
        context.redirect("/login", HttpStatus.SEE_OTHER);
    }

    private void refuse(Context context, String next, String name, String why) {
        context.status(HttpStatus.UNAUTHORIZED);
        form(context, next, name, why);
    }

    private void form(Context context, String next, String name, String why) {
        context.header("Cache-Control", "no-store");
        pages.plain(context, "Sign in", "login", Map.of("next", next, "name", name, "why", why));
    }

    /** The cookie of a session. */
    static Cookie cookie(String secret, boolean encrypted) {
        Cookie cookie = new Cookie(Access.COOKIE, secret, "/", UNTIL_THE_BROWSER_CLOSES, encrypted);
        cookie.setHttpOnly(true);
        // Links from elsewhere must arrive signed in; what changes anything refuses other sites itself.
        cookie.setSameSite(SameSite.LAX);
        return cookie;
    }

    /** A path of ours: another site's address in its place would lead those away who just signed in. */
    static String next(@Nullable String asked) {
        return asked != null && asked.matches("/([^/\\\\\\p{Cntrl}][^\\\\\\p{Cntrl}]*)?") ? asked : "/";
    }
}
