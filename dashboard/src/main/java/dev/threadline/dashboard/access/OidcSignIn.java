package dev.threadline.dashboard.access;

import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import dev.threadline.dashboard.access.OidcProvider.Secrets;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Visitors on their way to a provider and back, by the authorization code flow with PKCE, state and nonce. Each is known by
 * a cookie: nobody can be sent back with another's code.
 */
public final class OidcSignIn {

    /** Time to type a password and find a second factor. */
    static final Duration LONGEST = Duration.ofMinutes(10);

    private static final int MOST_ON_THEIR_WAY = 10_000;

    /**
     * A visitor who is sent to the provider.
     *
     * @param cookie what their browser is to send when they come back
     */
    public record Begun(URI address, String cookie) {}

    /**
     * A visitor who came back.
     *
     * @param next where they wanted to go
     */
    public record Ended(Visitor visitor, String next) {}

    private record OnTheWay(Secrets secrets, String next, Instant begunAt) {}

    private final OidcSettings settings;
    private final InstantSource time;
    private final Map<String, OnTheWay> byCookie = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, OnTheWay> eldest) {
            return size() > MOST_ON_THEIR_WAY;
        }
    };
    private @Nullable OidcProvider known;

    OidcSignIn(OidcSettings settings, InstantSource time) {
        this.settings = settings;
        this.time = time;
    }

    /**
     * Sends a visitor to the provider.
     *
     * @throws OidcFailure if it does not answer
     */
    public Begun begin(String next) throws OidcFailure {
        OidcProvider provider = provider();
        Secrets secrets = Secrets.random();
        String cookie = Secrets.random().verifier().getValue();
        synchronized (byCookie) {
            byCookie.put(cookie, new OnTheWay(secrets, next, time.instant()));
        }
        return new Begun(provider.signInAddress(secrets), cookie);
    }

    /**
     * Takes in a visitor who came back.
     *
     * @param cookie what their browser sent
     * @param parameters what the provider has it say
     * @throws OidcFailure if they are not to be let in
     */
    public Ended end(@Nullable String cookie, Map<String, List<String>> parameters) throws OidcFailure {
        OnTheWay begun = take(cookie);
        String state = first(parameters, "state").orElse("");
        if (begun == null || !isSame(state, begun.secrets().state().getValue()) || isOver(begun)) {
            throw OidcFailure.tryAgain();
        }
        OidcProvider provider = provider();
        if (!provider.isCalled(first(parameters, "iss"))) {
            throw OidcFailure.refused("another provider answered");
        }
        String code = first(parameters, "code").orElseThrow(OidcFailure::cancelled);
        return new Ended(visitor(provider.claims(code, begun.secrets())), begun.next());
    }

    private @Nullable OnTheWay take(@Nullable String cookie) {
        synchronized (byCookie) {
            return cookie == null ? null : byCookie.remove(cookie);
        }
    }

    private boolean isOver(OnTheWay begun) {
        return !time.instant().isBefore(begun.begunAt().plus(LONGEST));
    }

    private Visitor visitor(IDTokenClaimsSet claims) throws OidcFailure {
        String name = claims.getStringClaim(settings.name());
        if (name == null || name.isBlank()) {
            throw OidcFailure.refused("the token has no claim " + settings.name() + "; set name or scopes under oidc:");
        }
        if (settings.name().equals("email") && Boolean.FALSE.equals(claims.getBooleanClaim("email_verified"))) {
            throw OidcFailure.refused("the provider has not verified the email address");
        }
        return settings.mapping().visitor(name, groups(claims, name)).orElseThrow(() -> OidcFailure.noRole(name));
    }

    private List<String> groups(IDTokenClaimsSet claims, String name) {
        if (settings.groups().isEmpty()) {
            return List.of(name);
        }
        Object groups = claims.getClaim(settings.groups().get());
        return groups instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : groups == null ? List.of() : List.of(String.valueOf(groups));
    }

    /** The provider as it described itself when it was first needed. */
    private synchronized OidcProvider provider() throws OidcFailure {
        OidcProvider provider = known;
        if (provider == null) {
            provider = OidcProvider.discover(settings);
            known = provider;
        }
        return provider;
    }

    private static Optional<String> first(Map<String, List<String>> parameters, String name) {
        return parameters.getOrDefault(name, List.of()).stream().findFirst();
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
