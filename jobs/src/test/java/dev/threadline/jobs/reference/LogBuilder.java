package dev.threadline.jobs.reference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a log as a person would tell it: {@code thread("t", "sms").customer("10:00", "question?")}. */
final class LogBuilder {

    private static final String AGENT = "ann";

    private final List<LogRecord> records = new ArrayList<>();
    private String threadId = "t";
    private String channel = "sms";

    LogBuilder thread(String threadId, String channel) {
        this.threadId = threadId;
        this.channel = channel;
        return this;
    }

    LogBuilder customer(String at) {
        return add(at, "customer", "customer of " + threadId, "message", null, false, false);
    }

    LogBuilder thanks(String at) {
        return add(at, "customer", "customer of " + threadId, "message", null, true, false);
    }

    LogBuilder agent(String at) {
        return add(at, "agent", AGENT, "message", null, false, false);
    }

    LogBuilder note(String at) {
        return add(at, "agent", AGENT, "note", null, false, false);
    }

    LogBuilder bot(String at) {
        return add(at, "bot", null, "message", null, false, false);
    }

    LogBuilder botAsks(String at) {
        return add(at, "bot", null, "message", null, false, true);
    }

    LogBuilder auto(String at) {
        return add(at, "system", null, "auto", null, false, false);
    }

    LogBuilder campaign(String at) {
        return add(at, "system", null, "campaign", null, false, false);
    }

    LogBuilder event(String at, String event) {
        return add(at, "system", null, "event", event, false, false);
    }

    List<LogRecord> records() {
        return List.copyOf(records);
    }

    /** Times of day are those of Monday 2 March 2026; a longer text is an instant. */
    static Instant instant(String at) {
        return Instant.parse(
                switch (at.length()) {
                    case 5 -> "2026-03-02T" + at + ":00Z";
                    case 8 -> "2026-03-02T" + at + "Z";
                    default -> at;
                });
    }

    private LogBuilder add(
            String at,
            String role,
            @Nullable String sender,
            String kind,
            @Nullable String event,
            boolean isAcknowledgementText,
            boolean endsInQuestion) {
        records.add(new LogRecord(
                "canonical",
                threadId,
                "m%03d".formatted(records.size() + 1),
                instant(at),
                role,
                sender,
                kind,
                event,
                null,
                channel,
                null,
                threadId,
                null,
                isAcknowledgementText,
                endsInQuestion));
        return this;
    }
}
