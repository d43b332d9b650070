package dev.threadline.dashboard.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a visitor may see. */
public enum Role {
    /** The numbers, but no single agent and no id of a customer. */
    VIEWER,
    /** The numbers of the conversations that they carried. */
    AGENT,
    /** Everything; text only where the configuration shows it. */
    LEAD;

    /** The name in the configuration. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Role parse(String word) {
        return Arrays.stream(values())
                .filter(role -> role.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'%s' is no role; write one of %s"
                        .formatted(word, Arrays.stream(values()).map(Role::word).collect(Collectors.joining(", ")))));
    }
}
