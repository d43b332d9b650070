package dev.threadline.jobs.reference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws the records of one thread; the threads of a group share its agents, its bots and some of its customers. */
record RandomThread(Draws draws, String group, String source, String threadId, String customerId, boolean hasActivity) {

    private static final List<String> CHANNELS =
            List.of("webchat", "webchat", "sms", "sms", "email", "unknown", "letter");
    private static final List<String> EVENTS = List.of(
            "opened",
            "assigned",
            "assigned",
            "assigned",
            "assigned",
            "queued",
            "queued",
            "closed",
            "closed",
            "closed",
            "closed",
            "reopened",
            "reopened",
            "merged");
    /** In UTF-8 the last of them is the greatest, in UTF-16 the one before. */
    private static final List<String> AGENTS = List.of("ann", "bob", "\uff5eeve", "\ud83d\ude00zoe");

    static RandomThread of(Draws draws, String group, int number) {
        String threadId = group + "t" + number;
        return new RandomThread(
                draws,
                group,
                group + (draws.oneIn(4) ? "-mail" : "-chat"),
                threadId,
                draws.oneIn(2) ? threadId : group + "c" + draws.below(2),
                !draws.oneIn(12));
    }

    /** The records from {@code start} on, their ids in no order. */
    List<LogRecord> records(Instant start) {
        List<LogRecord> records = new ArrayList<>();
        String channel = draws.pick(CHANNELS);
        Instant at = start;
        int length = 1 + draws.below(20);
        for (int i = 0; i < length; i++) {
            channel = draws.oneIn(12) ? draws.pick(CHANNELS) : channel;
            // Together at first, so that one agent is busy in several threads.
            at = at.plus(i < length / 2 ? draws.shortGap() : draws.gap());
            String prefix = draws.oneIn(8) ? draws.pick(List.of("\uff5e", "\ud83d\ude00")) : "m";
            records.add(record(prefix + draws.below(1000) + "-" + i, at, channel));
        }
        return records;
    }

    private LogRecord record(String messageId, Instant at, String channel) {
        int draw = draws.below(100);
        if (draw < 30) {
            String kind = hasActivity ? "message" : draws.pick(List.of("note", "auto"));
            return record(messageId, at, "customer", kind, null, channel);
        }
        if (draw < 50) {
            return record(messageId, at, "agent", hasActivity ? "message" : "note", null, channel);
        }
        if (draw < 60) {
            return record(messageId, at, "bot", "message", null, channel);
        }
        if (draw < 89) {
            String role = draws.pick(List.of("system", "system", "agent", "bot", "customer"));
            return record(messageId, at, role, "event", draws.pick(EVENTS), channel);
        }
        if (draw < 91) {
            return record(messageId, at, "system", "message", null, channel);
        }
        String kind = draws.pick(List.of("note", "auto", "campaign"));
        return record(messageId, at, draws.pick(List.of("system", "agent", "bot")), kind, null, channel);
    }

    private LogRecord record(
            String messageId, Instant at, String role, String kind, @Nullable String event, String channel) {
        boolean isText = !kind.equals("event");
        boolean isThanks = isText && role.equals("customer") && draws.oneIn(3);
        return new LogRecord(
                source,
                threadId,
                messageId,
                at,
                role,
                sender(role),
                kind,
                event,
                "assigned".equals(event) ? (draws.oneIn(6) ? bot() : agent()) : null,
                channel,
                draws.oneIn(3) ? draws.pick(List.of("billing", "returns")) : null,
                customerId,
                draws.oneIn(3) ? (long) draws.below(3) : null,
                isThanks,
                isText && !isThanks && draws.oneIn(4));
    }

    private @Nullable String sender(String role) {
        return switch (role) {
            case "customer" -> customerId;
            case "agent" -> agent();
            case "bot" -> draws.oneIn(3) ? null : bot();
            default -> null;
        };
    }

    private String agent() {
        return group + (draws.oneIn(2) ? AGENTS.get(0) : draws.pick(AGENTS));
    }

    private String bot() {
        return group + draws.pick(List.of("bot", "relay"));
    }
}
