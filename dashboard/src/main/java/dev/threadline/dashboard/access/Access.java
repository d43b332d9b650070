package dev.threadline.dashboard.access;

import dev.threadline.dashboard.warehouse.Lens;
import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Says who a visitor is: the one at this machine, one who has signed in, or one whom a proxy or provider names. */
public final class Access {

    /** The cookie with the secret of a session. */
    public static final String COOKIE = "threadline";

    /** A password is worth a quarter of a second of work: guessers must not get all processors. */
    private static final int CHECKED_AT_ONCE = 2;

    private static final Duration LONGEST_IN_LINE = Duration.ofSeconds(2);

    /** What came of an attempt to sign in: the secret of a session, or how long to wait, or neither. */
    public record Attempt(Optional<String> secret, Duration pause) {}

    private final AccessSettings settings;
    private final Sessions sessions;
    private final LoginThrottle throttle;
    private final Map<String, User> users = new HashMap<>();
    private final Optional<OidcSignIn> oidc;
    private final Semaphore checks = new Semaphore(CHECKED_AT_ONCE, true);

    public Access(AccessSettings settings, InstantSource time) {
        this.settings = settings;
        this.sessions = new Sessions(time);
        this.throttle = new LoginThrottle(time);
        this.oidc = settings.oidc().map(provider -> new OidcSignIn(provider, time));
        settings.users().forEach(user -> users.put(user.visitor().name(), user));
    }

    /** Whether nobody has to sign in. */
    public boolean isOpen() {
        return settings.isOpen();
    }

    /** Whether visitors have sessions here, and are not told of by a proxy. */
    public boolean bySession() {
        return !settings.users().isEmpty() || oidc.isPresent();
    }

    /** Where visitors sign in elsewhere, and come back to. */
    public Optional<OidcSignIn> oidc() {
        return oidc;
    }

    /** Begins the session of somebody who signed in elsewhere, and says its secret. */
    public String begin(Visitor visitor) {
        return sessions.begin(visitor);
    }

    /** How the roles see the tables; none is needed where everybody sees everything. */
    public static List<Lens> lenses(AccessSettings settings) {
        return settings.isOpen() ? List.of() : List.of(new ViewerLens(), new AgentLens());
    }

    /** Who asks, if that is known. */
    public Optional<Visitor> visitor(Context context) {
        if (isOpen()) {
            return Optional.of(Visitor.LOCAL);
        }
        if (bySession()) {
            return Optional.ofNullable(context.cookie(COOKIE)).flatMap(sessions::visitor);
        }
        return settings.trustedHeader()
                .filter(header -> settings.proxies().test(peer(context)))
                .flatMap(header -> header.visitor(name -> Optional.ofNullable(context.header(name))));
    }

    /** The headers of a request that say who asks. */
    public List<String> visitorHeaders() {
        return isOpen()
                ? List.of()
                : Stream.concat(
                                Stream.of("Cookie", "Authorization"),
                                settings.trustedHeader().stream().flatMap(TrustedHeader::headers))
                        .toList();
    }

    /** Whether a program sends the token of those that watch. */
    public boolean isWatcher(Context context) {
        String sent = Optional.ofNullable(context.header("Authorization")).orElse("");
        return settings.metricsToken()
                .map(token -> MessageDigest.isEqual(
                        ("Bearer " + token).getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8)))
                .orElse(false);
    }

    /** Tries to sign in. */
    public Attempt signIn(String name, char[] password, Context context) throws InterruptedException {
        InetAddress address = address(context);
        if (!checks.tryAcquire(LONGEST_IN_LINE.toMillis(), TimeUnit.MILLISECONDS)) {
            return new Attempt(Optional.empty(), LONGEST_IN_LINE);
        }
        try {
            Duration wait = throttle.waitOf(name, address);
            if (!wait.isZero()) {
                return new Attempt(Optional.empty(), wait);
            }
            Optional<User> user = Optional.ofNullable(users.get(name));
            if (Passwords.matches(password, user.map(User::passwordHash))) {
                throttle.succeeded(name, address);
                return new Attempt(user.map(User::visitor).map(sessions::begin), Duration.ZERO);
            }
            throttle.failed(name, address);
            return new Attempt(Optional.empty(), Duration.ZERO);
        } finally {
            checks.release();
        }
    }

    /** Ends the session of a request. */
    public void signOut(Context context) {
        Optional.ofNullable(context.cookie(COOKIE)).ifPresent(sessions::end);
    }

    /** Whether the visitor's browser talks to us, or to the proxy before us, by https. */
    public boolean isEncrypted(Context context) {
        return "https".equals(context.scheme()) || "https".equalsIgnoreCase(context.header("X-Forwarded-Proto"));
    }

    /** Where a request comes from; the last hop that a trusted proxy names counts in the proxy's place. */
    public InetAddress address(Context context) {
        InetAddress peer = peer(context);
        // A proxy may add a line of its own behind those that the client sent.
        String forwarded = String.join(",", Collections.list(context.req().getHeaders("X-Forwarded-For")));
        if (forwarded.isEmpty() || !settings.proxies().test(peer)) {
            return peer;
        }
        String last = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
        // Only an address in digits: a name would be looked up.
        return last.matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")
                ? parsed(last).orElse(peer)
                : peer;
    }

    private static InetAddress peer(Context context) {
        return parsed(context.req().getRemoteAddr()).orElseGet(InetAddress::getLoopbackAddress);
    }

    private static Optional<InetAddress> parsed(String address) {
        try {
            return Optional.of(InetAddress.getByName(address));
        } catch (UnknownHostException malformed) {
            return Optional.empty();
        }
    }
}
