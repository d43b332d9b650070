package dev.threadline.dashboard.access;

import dev.threadline.dashboard.warehouse.Sight;
import java.util.Optional;

/**
 * Who asks.
 *
 * @param agentId for the role agent, whose numbers are theirs
 */
public record Visitor(String name, Role role, Optional<String> agentId) {

    /** Whoever sits at this machine where nobody has to sign in. */
    public static final Visitor LOCAL = new Visitor("local", Role.LEAD, Optional.empty());

    public Visitor {
        if ((role == Role.AGENT) != agentId.isPresent()) {
            throw new IllegalArgumentException(name + ": an agent id goes with the role agent, and with no other");
        }
    }

    /** What they see of the tables. */
    public Sight sight() {
        return switch (role) {
            case LEAD -> Sight.EVERYTHING;
            case VIEWER -> ViewerLens.SIGHT;
            case AGENT -> AgentLens.sightOf(agentId.orElseThrow());
        };
    }

    /** Whether they may filter by these agents: the answer would be about them alone. */
    public boolean mayAskFor(Iterable<String> agents) {
        for (String agent : agents) {
            boolean own = agentId.equals(Optional.of(agent));
            if (role != Role.LEAD && !own) {
                return false;
            }
        }
        return true;
    }
}
