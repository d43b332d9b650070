package dev.threadline.jobs.reference;

import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One record of a log as the definitions know it: no engine's type, so that any engine can be given it. */
public record LogRecord(
        String source,
        String threadId,
        String messageId,
        Instant sentAt,
        String senderRole,
        @Nullable String senderId,
        String kind,
        @Nullable String event,
        @Nullable String assigneeId,
        String channel,
        @Nullable String team,
        String customerId,
        @Nullable Long sequence,
        boolean isAcknowledgementText,
        boolean endsInQuestion) {

    /** The thread that the record is part of. */
    public String thread() {
        return source + "/" + threadId;
    }

    /** The same record, sent so much later. */
    public LogRecord later(Duration by) {
        return new LogRecord(
                source,
                threadId,
                messageId,
                sentAt.plus(by),
                senderRole,
                senderId,
                kind,
                event,
                assigneeId,
                channel,
                team,
                customerId,
                sequence,
                isAcknowledgementText,
                endsInQuestion);
    }

    /** The same record of another team. */
    LogRecord ofTeam(String other) {
        return new LogRecord(
                source,
                threadId,
                messageId,
                sentAt,
                senderRole,
                senderId,
                kind,
                event,
                assigneeId,
                channel,
                other,
                customerId,
                sequence,
                isAcknowledgementText,
                endsInQuestion);
    }

    /** The same record with other names of source, thread, message and people. */
    LogRecord renamed(UnaryOperator<String> name) {
        return new LogRecord(
                name.apply(source),
                name.apply(threadId),
                name.apply(messageId),
                sentAt,
                senderRole,
                senderId == null ? null : name.apply(senderId),
                kind,
                event,
                assigneeId == null ? null : name.apply(assigneeId),
                channel,
                team,
                name.apply(customerId),
                sequence,
                isAcknowledgementText,
                endsInQuestion);
    }

    /** The record as one JSON line of the canonical format; a text stands in for the two flags. */
    public String toJsonLine() {
        StringBuilder line = new StringBuilder("{");
        field(line, "source", source);
        field(line, "thread_id", threadId);
        field(line, "message_id", messageId);
        field(line, "sent_at", sentAt.toString());
        field(line, "sender_role", senderRole);
        field(line, "sender_id", senderId);
        field(line, "kind", kind);
        field(line, "event", event);
        field(line, "assignee_id", assigneeId);
        field(line, "channel", channel);
        field(line, "team", team);
        field(line, "customer_id", customerId);
        field(line, "text", kind.equals("event") ? null : text());
        if (sequence != null) {
            line.append(", \"sequence\": ").append(sequence);
        }
        return line.append("}").toString();
    }

    private String text() {
        if (isAcknowledgementText) {
            return "Thanks!";
        }
        return endsInQuestion ? "Which one?" : "It arrives today.";
    }

    private static void field(StringBuilder line, String name, @Nullable String value) {
        if (value != null) {
            line.append(line.length() == 1 ? "" : ", ");
            line.append('"').append(name).append("\": \"").append(value).append('"');
        }
    }

    /** The same record as another source has it. */
    public LogRecord fromSource(String name) {
        return new LogRecord(
                name,
                threadId,
                messageId,
                sentAt,
                senderRole,
                senderId,
                kind,
                event,
                assigneeId,
                channel,
                team,
                customerId,
                sequence,
                isAcknowledgementText,
                endsInQuestion);
    }
}
