package dev.threadline.dashboard.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A provider of OpenID Connect, as it describes itself: where visitors sign in, and what it says of them. */
final class OidcProvider {

    private static final int CONNECT_MS = 3_000;
    private static final int READ_MS = 5_000;
    private static final int MOST_KEY_BYTES = 200_000;

    /** What one visitor's sign-in is told from others by: none of it is used twice. */
    record Secrets(State state, Nonce nonce, CodeVerifier verifier) {

        static Secrets random() {
            return new Secrets(new State(), new Nonce(), new CodeVerifier());
        }
    }

    private final OidcSettings settings;
    private final OIDCProviderMetadata metadata;
    private final IDTokenValidator validator;

    private OidcProvider(OidcSettings settings, OIDCProviderMetadata metadata) throws IOException {
        this.settings = settings;
        this.metadata = metadata;
        JWKSource<SecurityContext> keys = JWKSourceBuilder.create(
                        metadata.getJWKSetURI().toURL(),
                        new DefaultResourceRetriever(CONNECT_MS, READ_MS, MOST_KEY_BYTES))
                .build();
        this.validator = new IDTokenValidator(
                metadata.getIssuer(),
                new ClientID(settings.clientId()),
                new JWSVerificationKeySelector<>(signatures(metadata), keys),
                null);
    }

    /** Asks the provider to describe itself. */
    static OidcProvider discover(OidcSettings settings) throws OidcFailure {
        try {
            OIDCProviderMetadata metadata =
                    OIDCProviderMetadata.resolve(new Issuer(settings.issuer()), CONNECT_MS, READ_MS);
            for (URI address : List.of(
                    metadata.getAuthorizationEndpointURI(), metadata.getTokenEndpointURI(), metadata.getJWKSetURI())) {
                if (!OidcSettings.isPrivate(address)) {
                    throw new IOException(address + " is not encrypted");
                }
            }
            return new OidcProvider(settings, metadata);
        } catch (GeneralException | IOException | RuntimeException broken) {
            throw OidcFailure.unreachable(broken);
        }
    }

    /** Where a visitor signs in. */
    URI signInAddress(Secrets secrets) {
        Scope scope = new Scope("openid");
        settings.scopes().forEach(scope::add);
        return new AuthenticationRequest.Builder(
                        ResponseType.CODE, scope, new ClientID(settings.clientId()), settings.redirectUri())
                .endpointURI(metadata.getAuthorizationEndpointURI())
                .state(secrets.state())
                .nonce(secrets.nonce())
                .codeChallenge(secrets.verifier(), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /** Whether it is this provider that answers under a name; those that give none may be any. */
    boolean isCalled(Optional<String> name) {
        return name.map(metadata.getIssuer().getValue()::equals).orElse(true);
    }

    /** What the provider says of the visitor who came back with a code: signed, for us, for this sign-in, and not over. */
    IDTokenClaimsSet claims(String code, Secrets secrets) throws OidcFailure {
        OIDCTokenResponse response = tokens(
                new AuthorizationCodeGrant(new AuthorizationCode(code), settings.redirectUri(), secrets.verifier()));
        try {
            return validator.validate(response.getOIDCTokens().getIDToken(), secrets.nonce());
        } catch (BadJOSEException | JOSEException untrue) {
            throw OidcFailure.refused(untrue);
        }
    }

    private OIDCTokenResponse tokens(AuthorizationCodeGrant grant) throws OidcFailure {
        try {
            HTTPRequest request = tokenRequest(grant).toHTTPRequest();
            request.setConnectTimeout(CONNECT_MS);
            request.setReadTimeout(READ_MS);
            request.setFollowRedirects(false);
            TokenResponse response = OIDCTokenResponseParser.parse(request.send());
            if (!response.indicatesSuccess()) {
                throw OidcFailure.refused("the provider takes the code for no good: "
                        + response.toErrorResponse().getErrorObject().getCode());
            }
            return (OIDCTokenResponse) response.toSuccessResponse();
        } catch (IOException | ParseException broken) {
            throw OidcFailure.unreachable(broken);
        }
    }

    private TokenRequest tokenRequest(AuthorizationCodeGrant grant) {
        ClientID client = new ClientID(settings.clientId());
        URI endpoint = metadata.getTokenEndpointURI();
        if (settings.clientSecret().isEmpty()) {
            return new TokenRequest.Builder(endpoint, client, grant).build();
        }
        Secret secret = new Secret(settings.clientSecret().get());
        List<ClientAuthenticationMethod> methods = metadata.getTokenEndpointAuthMethods();
        boolean isBasic = methods == null || methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        return new TokenRequest.Builder(
                        endpoint,
                        isBasic ? new ClientSecretBasic(client, secret) : new ClientSecretPost(client, secret),
                        grant)
                .build();
    }

    /** The signatures that only the provider can make: what a shared secret signs, or nothing, is no proof. */
    private static Set<JWSAlgorithm> signatures(OIDCProviderMetadata metadata) {
        Set<JWSAlgorithm> signatures = new HashSet<>(JWSAlgorithm.Family.SIGNATURE);
        List<JWSAlgorithm> offered = metadata.getIDTokenJWSAlgs();
        if (offered != null) {
            signatures.retainAll(offered);
        }
        return signatures.isEmpty() ? Set.of(JWSAlgorithm.RS256) : signatures;
    }
}
