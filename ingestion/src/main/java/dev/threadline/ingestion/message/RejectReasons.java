package dev.threadline.ingestion.message;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What the reason codes of refused records mean, for people. */
public final class RejectReasons {

    /** The code of records of forgotten customers, which are faultless. */
    public static final String ERASED = "erased";

    private static final Map<String, String> MEANINGS = meanings();

    private RejectReasons() {}

    /** What a code means; the code itself where an earlier version gave it. */
    public static String meaning(String code) {
        return MEANINGS.getOrDefault(code, code);
    }

    /** All codes in the order in which they are asked. */
    public static Set<String> codes() {
        return MEANINGS.keySet();
    }

    /** All codes in the order in which they are asked, each with its meaning. */
    static Map<String, String> all() {
        return MEANINGS;
    }

    private static Map<String, String> meanings() {
        Map<String, String> meanings = new LinkedHashMap<>();
        meanings.put(
                "malformed",
                "no JSON object, a CSV record of another width than its header, or bytes that are no UTF-8 in a key");
        meanings.put("no_thread", "thread_id is empty");
        meanings.put("no_message_id", "message_id is empty");
        meanings.put("bad_id", "an id is a JSON object or list");
        meanings.put("no_event_time", "sent_at is empty: nothing was there, or the mapping made NULL of what was");
        meanings.put(
                "bad_event_time",
                "sent_at is no ISO-8601 time with its offset or Z, and no epoch milliseconds; of epoch seconds make them by"
                        + " sent_at * 1000 in the mapping");
        meanings.put("unknown_role", "sender_role is none of " + String.join(", ", Validation.ROLES));
        meanings.put("no_sender_id", "sender_id of a customer or an agent is empty");
        meanings.put("unknown_kind", "kind is none of " + String.join(", ", Validation.KINDS));
        meanings.put("unknown_event", "event of kind event is none of " + String.join(", ", Validation.EVENTS));
        meanings.put("no_assignee_id", "assignee_id of the event assigned is empty");
        meanings.put("bad_sequence", "sequence is no whole number");
        meanings.put("bad_revised_at", "revised_at is no time");
        meanings.put(
                Validation.FUTURE,
                "sent_at or revised_at is more than " + Validation.CLOCK_TOLERANCE.toMinutes()
                        + " minutes after the run began; the first run that reaches it takes it in");
        meanings.put(ERASED, "of a customer who was forgotten");
        return meanings;
    }
}
