package dev.threadline.dashboard.access;

import dev.threadline.dashboard.config.Section;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

/**
 * Where visitors sign in by OpenID Connect.
 *
 * @param issuer the provider
 * @param clientId under which it knows this dashboard
 * @param clientSecret what the dashboard proves itself by; public clients have none
 * @param address the dashboard's own, as visitors write it, without a path
 * @param scopes what is asked for beside {@code openid}
 * @param name the claim with the name
 * @param groups the claim with the groups; without it the name is looked up
 */
record OidcSettings(
        URI issuer,
        String clientId,
        Optional<String> clientSecret,
        URI address,
        List<String> scopes,
        String name,
        Optional<String> groups,
        RoleMapping mapping) {

    private static final String STANDARD_NAME = "preferred_username";
    private static final List<String> STANDARD_SCOPES = List.of("profile", "email");

    OidcSettings {
        scopes = List.copyOf(scopes);
    }

    /** What {@code oidc:} says, where it is there and right. */
    static Optional<OidcSettings> read(Section dashboard) {
        if (!dashboard.has("oidc")) {
            return Optional.empty();
        }
        Section section = dashboard.section("oidc");
        Optional<URI> issuer = section.required(
                "issuer",
                OidcSettings::checkAddress,
                "it is the provider's address, before /.well-known/openid-configuration");
        Optional<String> client = section.required("client-id", text -> text, "the provider gives one");
        Optional<String> secret = section.text("client-secret");
        Optional<URI> address = section.required(
                "address", OidcSettings::checkOwnAddress, "what visitors write to reach this dashboard");
        List<String> scopes = section.has("scopes") ? section.texts("scopes", text -> text) : STANDARD_SCOPES;
        String name = section.text("name").orElse(STANDARD_NAME);
        Optional<String> groups = section.text("groups");
        RoleMapping mapping = RoleMapping.read(section);
        section.refuseUnknownKeys();
        return issuer.isPresent() && client.isPresent() && address.isPresent()
                ? Optional.of(new OidcSettings(
                        issuer.get(), client.get(), secret, address.get(), scopes, name, groups, mapping))
                : Optional.empty();
    }

    /** Where the provider sends visitors back to. */
    URI redirectUri() {
        return address.resolve("/login");
    }

    /** Whether what is sent there cannot be read on the way: by https, or inside this machine. */
    static boolean isPrivate(URI address) {
        String host = address.getHost();
        if (host == null || address.getFragment() != null) {
            return false;
        }
        return switch (String.valueOf(address.getScheme())) {
            case "https" -> true;
            case "http" -> isLoopback(host);
            default -> false;
        };
    }

    private static boolean isLoopback(String host) {
        try {
            // Only an address in digits: a name would be looked up.
            boolean isAddress = host.matches("[0-9.]+|\\[.*]");
            return isAddress ? InetAddress.getByName(host).isLoopbackAddress() : host.equals("localhost");
        } catch (UnknownHostException nowhere) {
            return false;
        }
    }

    private static URI checkAddress(String text) {
        URI address = URI.create(text);
        if (!isPrivate(address)) {
            throw new IllegalArgumentException(
                    "write an address that begins with https://, for others could read along, not " + text);
        }
        return address;
    }

    private static URI checkOwnAddress(String text) {
        URI address = checkAddress(text.replaceFirst("/$", ""));
        if (!address.getPath().isEmpty() || address.getQuery() != null) {
            throw new IllegalArgumentException("write it without a path, as https://threadline.example.com");
        }
        return address;
    }
}
