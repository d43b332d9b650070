package dev.threadline.dashboard.access;

import org.jspecify.annotations.Nullable;

/** Signing in at a provider did not come to its end. The message is for the visitor, the cause for the log. */
public final class OidcFailure extends Exception {

    private static final long serialVersionUID = 1;

    /** Who has to do something about it. */
    public enum Kind {
        /** The visitor: begin again. */
        TRY_AGAIN,
        /** The provider does not answer, or answers with nonsense. */
        UNREACHABLE,
        /** What was sent is not believed. */
        REFUSED,
        /** The visitor is known and has no role here. */
        NO_ROLE
    }

    private final Kind kind;

    private OidcFailure(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    static OidcFailure tryAgain() {
        Kind kind = Kind.TRY_AGAIN;
        return new OidcFailure(kind, "That took too long, or was begun in another window. Sign in again.", null);
    }

    static OidcFailure unreachable(Throwable cause) {
        return new OidcFailure(
                Kind.UNREACHABLE, "The service where you sign in does not answer. Try again in a minute.", cause);
    }

    static OidcFailure refused(String why) {
        return refused(new IllegalArgumentException(why));
    }

    static OidcFailure refused(Throwable cause) {
        return new OidcFailure(
                Kind.REFUSED, "What the sign-in service said cannot be believed; the server's log says why.", cause);
    }

    static OidcFailure cancelled() {
        return new OidcFailure(Kind.REFUSED, "The service where you sign in did not let you through.", null);
    }

    static OidcFailure noRole(String name) {
        return new OidcFailure(
                Kind.NO_ROLE,
                "You are signed in as %s, who has no role in this dashboard. Ask whoever runs it.".formatted(name),
                null);
    }
}
