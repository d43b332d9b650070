package dev.threadline.dashboard.access;

import dev.threadline.dashboard.config.Section;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Who a proxy in front says the visitor is. Only those addresses are believed that are named as proxies.
 *
 * @param name the header with the name
 * @param groups the header with the groups, separated by commas; without it the name is looked up
 */
record TrustedHeader(String name, Optional<String> groups, RoleMapping mapping) {

    /** What {@code trusted-header:} says, where it is there and right. */
    static Optional<TrustedHeader> read(Section dashboard) {
        if (!dashboard.has("trusted-header")) {
            return Optional.empty();
        }
        Section section = dashboard.section("trusted-header");
        Optional<String> name =
                section.required("name", text -> text, "it is the header with the user's name, X-Forwarded-User or so");
        Optional<String> groups = section.text("groups");
        RoleMapping mapping = RoleMapping.read(section);
        section.refuseUnknownKeys();
        return name.map(header -> new TrustedHeader(header, groups, mapping));
    }

    /** The headers that it reads. */
    Stream<String> headers() {
        return Stream.concat(Stream.of(name), groups.stream());
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
                .flatMap(user -> mapping.visitor(user, known(user, headers)));
    }

    private List<String> known(String user, Function<String, Optional<String>> headers) {
        return groups.map(header -> List.of(headers.apply(header).orElse("").split("\\s*,\\s*")))
                .orElseGet(() -> List.of(user));
    }
}
