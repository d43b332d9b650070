package dev.threadline.dashboard.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadline.dashboard.fixture.Users;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessSettingsTest {

    private static final String HEADER = """
            trusted-header:
              name: X-User
              groups: X-Groups
              roles: { service-leads: lead, agents: agent, "*": viewer }
              agents: { ben: a7 }
            proxies: [127.0.0.1, 10.0.0.0/8]
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "users: [{ name: a, role: lead }] | users[1]: password is missing: make a hash with `./threadline password`",
                "users: [{ name: a, password: secret, role: lead }] | users[1].password: this is no bcrypt hash",
                "users: [{ name: a, password: HASH, role: boss }] | users[1].role: 'boss' is no role; write one of viewer, agent, lead",
                "users: [{ name: a, password: HASH, role: agent }] | users[1]: agent is missing: the id that this agent has",
                "users: [{ name: a, password: HASH, role: lead, agent: x }] | users[1]: agent goes with role: agent only",
                "users: [{ name: a, password: HASH, rolle: lead }] | users[1].rolle: unknown; did you mean role?",
                "users: [{ name: a, password: HASH, role: lead }, { name: a, password: HASH, role: viewer }] | users[2]: there is another user of this name",
                "users: lea | users: expected a list",
                "trusted-header: { name: X-User, roles: { '*': lead } } | proxies is missing: anybody could send the trusted header",
                "trusted-header: { roles: { '*': lead } } | trusted-header: name is missing",
                "trusted-header: { name: X-User } | trusted-header: roles is missing",
                "proxies: [10.0.0.0/99] | proxies: ",
                "user: [] | user: unknown; did you mean users?",
                "oidc: { client-id: a, address: 'https://a', roles: { '*': lead } } | oidc: issuer is missing: it is the provider's address",
                "oidc: { issuer: 'http://login.example.com', client-id: a, address: 'https://a', roles: { '*': lead } } | oidc.issuer: write an address that begins with https://",
                "oidc: { issuer: 'https://b', client-id: a, address: 'https://a/b', roles: { '*': lead } } | oidc.address: write it without a path",
                "oidc: { issuer: 'https://b', client-id: a, address: 'https://a' } | oidc: roles is missing",
                "oidc: { issuer: 'https://b', secret: x } | oidc.secret: unknown",
                "{ oidc: { issuer: 'https://b' }, users: [] } | users and oidc are different ways of signing in; choose one",
            })
    void aMistakeIsToldWithItsPlaceAndItsCure(String yaml, String problem) {
        assertThatThrownBy(() -> Users.of(yaml.replace("HASH", "\"" + Users.HASH + "\"")))
                .hasMessageContaining(problem.strip());
    }

    @Test
    void theFirstGroupThatHasARoleCounts() {
        TrustedHeader header = Users.of(HEADER).trustedHeader().orElseThrow();
        assertThat(visitor(header, Map.of("X-User", "lea", "X-Groups", "agents , service-leads")))
                .hasValue(new Visitor("lea", Role.LEAD, Optional.empty()));
        assertThat(visitor(header, Map.of("X-User", "ben", "X-Groups", "agents")))
                .hasValue(new Visitor("ben", Role.AGENT, Optional.of("a7")));
        assertThat(visitor(header, Map.of("X-User", "a9", "X-Groups", "agents")))
                .hasValue(new Visitor("a9", Role.AGENT, Optional.of("a9")));
        assertThat(visitor(header, Map.of("X-User", "vera")))
                .hasValue(new Visitor("vera", Role.VIEWER, Optional.empty()));
        assertThat(visitor(header, Map.of("X-User", " "))).isEmpty();
        assertThat(visitor(header, Map.of("X-Groups", "service-leads"))).isEmpty();
    }

    @Test
    void withoutAGroupsHeaderNamesHaveRoles() {
        TrustedHeader header = Users.of(
                        "{ trusted-header: { name: X-User, roles: { lea: lead } }, proxies: 127.0.0.1 }")
                .trustedHeader()
                .orElseThrow();
        assertThat(visitor(header, Map.of("X-User", "lea"))).isPresent();
        assertThat(visitor(header, Map.of("X-User", "ben", "X-Groups", "lea"))).isEmpty();
    }

    private static Optional<Visitor> visitor(TrustedHeader header, Map<String, String> headers) {
        return header.visitor(name -> Optional.ofNullable(headers.get(name)));
    }
}
