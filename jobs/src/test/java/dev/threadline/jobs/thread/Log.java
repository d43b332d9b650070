package dev.threadline.jobs.thread;

import dev.threadline.ingestion.text.Addressee;
import dev.threadline.ingestion.text.Cues;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A log for tests, written as it reads: {@code Log.sms().customer("10:00").agent("10:05", "a1")}. Times without a date are
 * on {@link #MONDAY}; {@code Tue 10:00} and so on are in its week, {@code Mon2 10:00} in the next.
 */
public final class Log {

    /** 5 January 2026. */
    public static final Instant MONDAY = Instant.parse("2026-01-05T00:00:00Z");

    private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");

    private final List<Message> messages = new ArrayList<>();
    private final String channel;
    private String thread = "t1";
    private String customer = "c1";
    private @Nullable String team;

    private Log(String channel) {
        this.channel = channel;
    }

    public static Log on(String channel) {
        return new Log(channel);
    }

    public static Log sms() {
        return on("sms");
    }

    public static Log webchat() {
        return on("webchat");
    }

    /** What follows is of another thread and customer. */
    public Log thread(String id, String customerId) {
        thread = id;
        customer = customerId;
        return this;
    }

    public Log team(String name) {
        team = name;
        return this;
    }

    public Log customer(String time) {
        return add(time, Role.CUSTOMER, customer, Kind.MESSAGE, null, null, false, false);
    }

    /** A customer's message that could be a mere thanks. */
    public Log thanks(String time) {
        return add(time, Role.CUSTOMER, customer, Kind.MESSAGE, null, null, true, false);
    }

    public Log agent(String time, String id) {
        return add(time, Role.AGENT, id, Kind.MESSAGE, null, null, false, false);
    }

    public Log bot(String time) {
        return add(time, Role.BOT, "bot", Kind.MESSAGE, null, null, false, false);
    }

    public Log botAsks(String time) {
        return add(time, Role.BOT, "bot", Kind.MESSAGE, null, null, false, true);
    }

    public Log note(String time, String id) {
        return add(time, Role.AGENT, id, Kind.NOTE, null, null, false, false);
    }

    public Log auto(String time) {
        return add(time, Role.SYSTEM, null, Kind.AUTO, null, null, false, false);
    }

    public Log campaign(String time) {
        return add(time, Role.SYSTEM, null, Kind.CAMPAIGN, null, null, false, false);
    }

    public Log event(String time, Event event) {
        return add(time, Role.SYSTEM, null, Kind.EVENT, event, null, false, false);
    }

    public Log closedBy(String time, String agent) {
        return add(time, Role.AGENT, agent, Kind.EVENT, Event.CLOSED, null, false, false);
    }

    public Log assigned(String time, String agent) {
        return add(time, Role.SYSTEM, null, Kind.EVENT, Event.ASSIGNED, agent, false, false);
    }

    /** What the last message says. */
    public Log saying(String text) {
        Message last = messages.remove(messages.size() - 1);
        messages.add(new Message(
                last.source(),
                last.threadId(),
                last.messageId(),
                last.sentAt(),
                last.role(),
                last.senderId(),
                last.kind(),
                last.event(),
                last.assigneeId(),
                last.channel(),
                last.team(),
                last.customerId(),
                last.sequence(),
                last.acknowledgementText(),
                text.endsWith("?"),
                Cues.of(text) | (last.role() == Role.CUSTOMER ? Addressee.bits(text) : 0),
                text.length()));
        return this;
    }

    public List<Message> messages() {
        return List.copyOf(messages);
    }

    /** The instant that a time of this log means, epoch milliseconds. */
    public static long at(String time) {
        int space = time.indexOf(' ');
        long day = space < 0 ? 0 : day(time.substring(0, space));
        String[] clock = time.substring(space + 1).split(":", -1);
        long seconds = Long.parseLong(clock[0]) * 3600 + Long.parseLong(clock[1]) * 60;
        seconds += clock.length > 2 ? Long.parseLong(clock[2]) : 0;
        return MONDAY.plusSeconds(day * 86_400 + seconds).toEpochMilli();
    }

    private static long day(String name) {
        int week = name.length() > 3 ? Integer.parseInt(name.substring(3)) - 1 : 0;
        return DAYS.indexOf(name.substring(0, 3)) + 7L * week;
    }

    private Log add(
            String time,
            Role role,
            @Nullable String sender,
            Kind kind,
            @Nullable Event event,
            @Nullable String assignee,
            boolean acknowledgement,
            boolean question) {
        messages.add(new Message(
                "test",
                thread,
                "m" + (messages.size() + 1),
                at(time),
                role,
                sender,
                kind,
                event,
                assignee,
                channel,
                team,
                customer,
                null,
                acknowledgement,
                question,
                0,
                0));
        return this;
    }
}
