package dev.threadline.jobs.boundary;

import dev.threadline.ingestion.text.Addressee;
import dev.threadline.jobs.thread.Message;
import dev.threadline.jobs.thread.Role;
import java.util.Collections;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Whom a customer addressed before a gap and after it. Names and ids can be compared where he has addressed a human of the
 * thread by his id; elsewhere nothing is known.
 */
final class Addressees {

    private final OptionalInt next;
    private final Set<Integer> humans = new HashSet<>();
    private final Set<Integer> before = new HashSet<>();

    Addressees(Message next) {
        this.next = next.role() == Role.CUSTOMER ? Addressee.in(next.cues()) : OptionalInt.empty();
    }

    /** Takes note of an activity before the gap. */
    void see(Message message) {
        if (next.isEmpty()) {
            return;
        }
        if (message.role() == Role.CUSTOMER) {
            Addressee.in(message.cues()).ifPresent(before::add);
            return;
        }
        String id = message.senderId();
        if (id != null) {
            Addressee.code(id).ifPresent(humans::add);
        }
    }

    /** Whether the next activity addresses somebody who is none of the humans seen. */
    boolean isSomebodyElse() {
        return next.isPresent() && !humans.contains(next.getAsInt()) && !Collections.disjoint(humans, before);
    }
}
