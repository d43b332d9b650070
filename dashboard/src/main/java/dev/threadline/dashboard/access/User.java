package dev.threadline.dashboard.access;

import dev.threadline.dashboard.config.Section;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody who signs in by password.
 *
 * @param passwordHash by bcrypt
 */
record User(Visitor visitor, String passwordHash) {

    /** The entries of {@code users:}. */
    static List<User> read(Section dashboard) {
        List<User> users = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Section entry : dashboard.sections("users")) {
            Optional<User> user = readOne(entry);
            if (user.isPresent() && !names.add(user.get().visitor().name())) {
                entry.mistake("there is another user of this name; remove one of the two");
            }
            user.ifPresent(users::add);
        }
        return users;
    }

    private static Optional<User> readOne(Section entry) {
        Optional<String> name = entry.required("name", text -> text, "it is what the user signs in as");
        Optional<String> hash =
                entry.required("password", Passwords::checkHash, "make a hash with `./threadline password`");
        Optional<Role> role = entry.required("role", Role::parse, "write viewer, agent or lead");
        Optional<String> agent = entry.text("agent");
        entry.refuseUnknownKeys();
        if (role.isPresent() && (role.get() == Role.AGENT) != agent.isPresent()) {
            entry.mistake(
                    agent.isPresent()
                            ? "agent goes with role: agent only; remove it"
                            : "agent is missing: the id that this agent has in the log, whose numbers are shown");
            return Optional.empty();
        }
        return name.isPresent() && hash.isPresent() && role.isPresent()
                ? Optional.of(new User(new Visitor(name.get(), role.get(), agent), hash.get()))
                : Optional.empty();
    }
}
