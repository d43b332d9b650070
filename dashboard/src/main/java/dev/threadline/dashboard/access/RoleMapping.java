package dev.threadline.dashboard.access;

import dev.threadline.dashboard.config.Section;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which role somebody has who signed in elsewhere.
 *
 * @param roles the role of each group or name; {@code *} is everybody else
 * @param agents the agent ids of names; a name that is not there is its own
 */
record RoleMapping(Map<String, Role> roles, Map<String, String> agents) {

    private static final String EVERYBODY_ELSE = "*";

    RoleMapping {
        roles = Collections.unmodifiableMap(new LinkedHashMap<>(roles));
        agents = Map.copyOf(agents);
    }

    /** Reads {@code roles} and {@code agents}. */
    static RoleMapping read(Section section) {
        Map<String, Role> roles = new LinkedHashMap<>();
        Section mapping = section.section("roles");
        mapping.keys().forEach(key -> mapping.text(key, Role::parse).ifPresent(role -> roles.put(key, role)));
        if (mapping.keys().isEmpty()) {
            section.mistake("roles is missing: write which group has which role, { \"*\": viewer } for everybody");
        }
        Map<String, String> agents = new LinkedHashMap<>();
        Section ids = section.section("agents");
        ids.keys().forEach(key -> ids.text(key).ifPresent(id -> agents.put(key, id)));
        return new RoleMapping(roles, agents);
    }

    /**
     * The visitor of a name; nobody where no role fits. The first role that fits counts.
     *
     * @param known the groups, or the name itself where names stand in roles
     */
    Optional<Visitor> visitor(String name, List<String> known) {
        return roles.entrySet().stream()
                .filter(role -> known.contains(role.getKey()) || role.getKey().equals(EVERYBODY_ELSE))
                .findFirst()
                .map(role -> new Visitor(name, role.getValue(), agentId(name, role.getValue())));
    }

    private Optional<String> agentId(String name, Role role) {
        return role == Role.AGENT ? Optional.of(agents.getOrDefault(name, name)) : Optional.empty();
    }
}
