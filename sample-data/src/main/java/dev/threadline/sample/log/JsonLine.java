package dev.threadline.sample.log;

import org.jspecify.annotations.Nullable;

/** Writes a record as one line of canonical JSON: the fields in the contract's order, those without a value left out. */
public final class JsonLine {

    private JsonLine() {}

    /** Adds the line, with its end, to a buffer. */
    public static void append(Message message, TextBuffer out) {
        out.ascii("{\"thread_id\":\"").ascii(message.threadId());
        out.ascii("\",\"message_id\":\"").ascii(message.messageId());
        out.ascii("\",\"sent_at\":\"").instant(message.sentAtMs());
        out.ascii("\",\"sender_role\":\"").ascii(message.role().id()).add('"');
        ascii(out, ",\"sender_id\":\"", message.senderId());
        ascii(out, ",\"kind\":\"", message.kind().id());
        Event event = message.event();
        ascii(out, ",\"event\":\"", event == null ? null : event.id());
        ascii(out, ",\"assignee_id\":\"", message.assigneeId());
        ascii(out, ",\"channel\":\"", message.channel());
        ascii(out, ",\"team\":\"", message.team());
        ascii(out, ",\"customer_id\":\"", message.customerId());
        text(out, ",\"text\":\"", message.text());
        if (message.sequence() != Message.NONE) {
            out.ascii(",\"sequence\":").number(message.sequence());
        }
        if (message.revisedAtMs() != Message.NONE) {
            out.ascii(",\"revised_at\":\"").instant(message.revisedAtMs()).add('"');
        }
        out.add('}').add('\n');
    }

    /** Ids and codes need neither encoding nor escapes. */
    private static void ascii(TextBuffer out, String opening, @Nullable String value) {
        if (value != null) {
            out.ascii(opening).ascii(value).add('"');
        }
    }

    private static void text(TextBuffer out, String opening, @Nullable String value) {
        if (value != null) {
            out.ascii(opening).json(value).add('"');
        }
    }
}
