package dev.threadline.dashboard.access;

import dev.threadline.dashboard.config.Section;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.jetty.util.InetAddressSet;

/**
 * Who may use the dashboard, as the configuration says; without users, header and provider everybody at this machine.
 *
 * @param proxies the addresses that are believed about whom they forward
 * @param metricsToken what programs that watch send to read the metrics
 */
public record AccessSettings(
        List<User> users,
        Optional<TrustedHeader> trustedHeader,
        Optional<OidcSettings> oidc,
        Predicate<InetAddress> proxies,
        Optional<String> metricsToken) {

    private static final List<String> WAYS_TO_SIGN_IN = List.of("users", "trusted-header", "oidc");

    private static final int SHORTEST_TOKEN = 16;

    /** Nobody has to sign in. */
    public static final AccessSettings OPEN =
            new AccessSettings(List.of(), Optional.empty(), Optional.empty(), address -> false, Optional.empty());

    public AccessSettings {
        users = List.copyOf(users);
    }

    /** Reads {@code users}, {@code trusted-header}, {@code oidc} and {@code proxies}. */
    public static AccessSettings read(Section dashboard) {
        List<User> users = User.read(dashboard);
        Optional<TrustedHeader> header = TrustedHeader.read(dashboard);
        Optional<OidcSettings> oidc = OidcSettings.read(dashboard);
        InetAddressSet proxies = new InetAddressSet();
        List<String> added = dashboard.texts("proxies", text -> {
            proxies.add(text);
            return text;
        });
        List<String> ways = WAYS_TO_SIGN_IN.stream().filter(dashboard::has).toList();
        if (ways.size() > 1) {
            dashboard.mistake(String.join(" and ", ways) + " are different ways of signing in; choose one");
        }
        if (dashboard.has("trusted-header") && added.isEmpty()) {
            dashboard.mistake("proxies is missing: anybody could send the trusted header; name the proxy's address");
        }
        return new AccessSettings(
                users, header, oidc, proxies, dashboard.text("metrics-token", AccessSettings::checkToken));
    }

    private static String checkToken(String token) {
        if (token.length() < SHORTEST_TOKEN) {
            throw new IllegalArgumentException(
                    "choose a token of at least %d characters, `openssl rand -hex 16` makes one"
                            .formatted(SHORTEST_TOKEN));
        }
        return token;
    }

    /** Whether nobody has to sign in. */
    public boolean isOpen() {
        return users.isEmpty() && trustedHeader.isEmpty() && oidc.isEmpty();
    }
}
