package dev.threadline.dashboard.access;

import dev.threadline.dashboard.config.Section;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Who a proxy in front says the visitor is. Only those addresses are believed that are named as proxies.
 *
 * @param name the header with the name
 * @param groups the header with the groups, separated by commas; without it the name is looked up
 * @param roles the role of each group or name; {@code *} is everybody else
 * @param agents the agent ids of names; a name that is not there is its own
 */
record TrustedHeader(String name, Optional<String> groups, Map<String, Role> roles, Map<String, String> agents) {

    private static final String EVERYBODY_ELSE = "*";

    TrustedHeader {
        roles = Collections.unmodifiableMap(new LinkedHashMap<>(roles));
        agents = Map.copyOf(agents);
    }

    /** What {@code trusted-header:} says, where it is there and right. */
    static Optional<TrustedHeader> read(Section dashboard) {
        if (!dashboard.has("trusted-header")) {
            return Optional.empty();
        }
        Section section = dashboard.section("trusted-header");
        Optional<String> name =
                section.required("name", text -> text, "it is the header with the user's name, X-Forwarded-User or so");
        Optional<String> groups = section.text("groups");
        Map<String, Role> roles = new LinkedHashMap<>();
        Section mapping = section.section("roles");
        mapping.keys().forEach(key -> mapping.text(key, Role::parse).ifPresent(role -> roles.put(key, role)));
        if (mapping.keys().isEmpty()) {
            section.mistake("roles is missing: write which group has which role, { \"*\": viewer } for everybody");
        }
        Map<String, String> agents = new LinkedHashMap<>();
        Section ids = section.section("agents");
        ids.keys().forEach(key -> ids.text(key).ifPresent(id -> agents.put(key, id)));
        section.refuseUnknownKeys();
        return name.map(header -> new TrustedHeader(header, groups, roles, agents));
    }

    /**
     * The visitor that the headers name; nobody if they name none, or none of the groups has a role.
     *
     * @param headers the value of a header
     */
    Optional<Visitor> visitor(Function<String, Optional<String>> headers) {
        return headers.apply(name)
                .map(String::strip)
                .filter(user -> !user.isEmpty())
                .flatMap(user -> {
                    List<String> known = new ArrayList<>();
                    groups.ifPresentOrElse(
                            header -> known.addAll(
                                    List.of(headers.apply(header).orElse("").split("\\s*,\\s*"))),
                            () -> known.add(user));
                    known.add(EVERYBODY_ELSE);
                    return roles.entrySet().stream()
                            .filter(role -> known.contains(role.getKey()))
                            .findFirst()
                            .map(role -> new Visitor(user, role.getValue(), agentId(user, role.getValue())));
                });
    }

    private Optional<String> agentId(String user, Role role) {
        return role == Role.AGENT ? Optional.of(agents.getOrDefault(user, user)) : Optional.empty();
    }
}
