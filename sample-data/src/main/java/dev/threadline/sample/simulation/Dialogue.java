package dev.threadline.sample.simulation;

import dev.threadline.sample.log.Message;
import dev.threadline.sample.log.Role;
import dev.threadline.sample.operation.Channel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One conversation while it lives: who is in it, whose turn it is, and what is known about its end. */
final class Dialogue {

    final String id;
    final String threadId;
    final Customer customer;
    final Channel channel;
    final String initiatedBy;
    final @Nullable String repeats;

    Need need;
    Desk desk;
    final List<Need> needs = new ArrayList<>(1);
    final String firstTeam;

    @Nullable
    Agent owner;

    @Nullable
    Agent lastOwner;

    @Nullable
    Dialogue twinOf;

    @Nullable
    Task task;

    final List<Agent> authors = new ArrayList<>(1);

    boolean withBot;
    boolean queued;
    boolean active;
    boolean closed;
    boolean left;
    boolean leftSilently;
    boolean settled;
    boolean watched;
    boolean resting;
    boolean owed;
    boolean atScreen;
    boolean customerEverWrote;
    boolean answeredByHuman;

    int botStep;
    int waitNumber;
    int nudges;
    int annoyance;
    int messages;
    int reopens;
    int returns;
    int transfers;
    int planNumber;
    int holds;

    long startedAtMs = Message.NONE;
    long waitingSinceMs = Message.NONE;
    long lastPublicAtMs = Message.NONE;
    long closedAtMs = Message.NONE;
    long abandonedAtMs = Message.NONE;
    long lastWaitMs;
    long attentionMs;

    Dialogue(
            String id,
            String threadId,
            Customer customer,
            Channel channel,
            Desk desk,
            Need need,
            String initiatedBy,
            @Nullable String repeats) {
        this.id = id;
        this.threadId = threadId;
        this.customer = customer;
        this.channel = channel;
        this.desk = desk;
        this.firstTeam = desk.team().name();
        this.need = need;
        this.initiatedBy = initiatedBy;
        this.repeats = repeats;
        needs.add(need);
    }

    /** True while the customer's last message has no public answer. */
    boolean customerWaits() {
        return waitingSinceMs != Message.NONE;
    }

    /** Notes a customer's message that wants no answer. */
    void acknowledged(long nowMs) {
        messages++;
        begins(nowMs);
        lastPublicAtMs = nowMs;
    }

    /** Notes a public message of this role. */
    void spoken(Role role, long nowMs) {
        messages++;
        begins(nowMs);
        lastPublicAtMs = nowMs;
        if (role == Role.CUSTOMER) {
            customerEverWrote = true;
            if (!customerWaits()) {
                waitingSinceMs = nowMs;
                waitNumber++;
            }
        } else if (customerWaits()) {
            lastWaitMs = nowMs - waitingSinceMs;
            waitingSinceMs = Message.NONE;
        }
    }

    /** The first public message, or the campaign that it answers. */
    void begins(long nowMs) {
        if (startedAtMs == Message.NONE) {
            startedAtMs = nowMs;
            lastPublicAtMs = nowMs;
        }
    }

    /** True once too much went wrong for a friendly word. */
    boolean isAnnoyed() {
        return annoyance > 0;
    }

    /** The customer raises something new in the same exchange. */
    void raise(Need another) {
        need = another;
        needs.add(another);
    }

    /** True if someone else than this agent wrote the last human message, or none did. */
    boolean isNewTo(Agent agent) {
        return authors.isEmpty() || authors.get(authors.size() - 1) != agent;
    }

    /** Notes who wrote. */
    void writtenBy(Agent agent) {
        answeredByHuman = true;
        authors.remove(agent);
        authors.add(agent);
    }
}
