package dev.threadline.dashboard.web.guard;

import dev.threadline.dashboard.access.Access;
import dev.threadline.dashboard.access.OidcFailure;
import dev.threadline.dashboard.access.OidcSignIn;
import dev.threadline.dashboard.access.Visitors;
import dev.threadline.dashboard.web.page.Pages;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way to a provider where visitors sign in, and back. */
public final class SignInElsewhere {

    private static final Logger LOG = LoggerFactory.getLogger(SignInElsewhere.class);

    private static final String COOKIE = Access.COOKIE + "-sign-in";
    private static final String PATH = "/login";
    private static final int SECONDS = 600;

    private final Access access;
    private final OidcSignIn provider;
    private final Pages pages;

    public SignInElsewhere(Access access, OidcSignIn provider, Pages pages) {
        this.access = access;
        this.provider = provider;
        this.pages = pages;
    }

    /** Takes in who comes back, leads on who is known, sends away who wants to go somewhere, and asks all others. */
    public void show(Context context) {
        context.header("Cache-Control", "no-store");
        try {
            if (context.queryParam("state") != null) {
                end(context);
            } else if (Visitors.known(context).isPresent()) {
                context.redirect(SignIn.next(context.queryParam("next")), HttpStatus.SEE_OTHER);
            } else if (context.queryParam("next") != null) {
                begin(context, SignIn.next(context.queryParam("next")));
            } else {
                ask(context, "");
            }
        } catch (OidcFailure failure) {
            if (failure.getCause() != null) {
                LOG.warn("nobody was signed in: {}", failure.getCause().toString());
            }
            context.status(statusOf(failure));
            ask(context, String.valueOf(failure.getMessage()));
        }
    }

    private void begin(Context context, String next) throws OidcFailure {
        OidcSignIn.Begun begun = provider.begin(next);
        Cookie cookie = new Cookie(COOKIE, begun.cookie(), PATH, SECONDS, access.isEncrypted(context));
        cookie.setHttpOnly(true);
        // The provider's page leads back here, so the cookie must come along.
        cookie.setSameSite(SameSite.LAX);
        context.cookie(cookie);
        context.redirect(begun.address().toString(), HttpStatus.SEE_OTHER);
    }

    private void end(Context context) throws OidcFailure {
        String cookie = context.cookie(COOKIE);
        context.removeCookie(COOKIE, PATH);
        OidcSignIn.Ended ended = provider.end(cookie, context.queryParamMap());
        context.cookie(SignIn.cookie(access.begin(ended.visitor()), access.isEncrypted(context)));
        context.redirect(ended.next(), HttpStatus.SEE_OTHER);
    }

    private void ask(Context context, String why) {
        pages.plain(context, "Sign in", "sign-in-elsewhere", Map.of("why", why));
    }

    private static HttpStatus statusOf(OidcFailure failure) {
        return switch (failure.kind()) {
            case TRY_AGAIN, REFUSED -> HttpStatus.UNAUTHORIZED;
            case NO_ROLE -> HttpStatus.FORBIDDEN;
            case UNREACHABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }
}
