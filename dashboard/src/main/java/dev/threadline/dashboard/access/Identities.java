package dev.threadline.dashboard.access;

import java.util.Set;

/** Which columns say who somebody is. Unknown ids are taken for somebody's. */
final class Identities {

    /** Ids of things; a thread's is left out, because where a log has no customers it is the customer's. */
    private static final Set<String> OF_NOBODY = Set.of(
            "conversation_id",
            "previous_conversation_id",
            "old_conversation_id",
            "new_conversation_id",
            "previous_id",
            "next_id",
            "initiated_by",
            "run_id",
            "publication_id");

    private static final Set<String> WORDS = Set.of("text", "raw");

    private Identities() {}

    /** Whether a column holds an id of a customer, an agent, or something that can be one. */
    static boolean names(String column) {
        return (column.endsWith("_id") || column.endsWith("_by")) && !OF_NOBODY.contains(column);
    }

    /** Whether a column holds what somebody wrote. */
    static boolean quotes(String column) {
        return WORDS.contains(column);
    }
}
