package dev.threadline.jobs.pipeline.fact;

import dev.threadline.ingestion.warehouse.Table;
import dev.threadline.jobs.thread.Utf8Order;
import java.util.Comparator;
import org.apache.spark.sql.catalyst.InternalRow;
import org.jspecify.annotations.Nullable;

/**
 * Something that a thread tells about an agent, a customer or a queue: the narrow row that goes from the walk over threads
 * to the walks over those. Instants are epoch milliseconds.
 *
 * @param owner whom it is about
 * @param ownerId the agent, the customer, or the queue
 * @param at when it happened or began
 * @param place in the thread: of the message, or of the conversation's first activity; 0 for a span
 * @param other a message's earliest credit; else where the span or the conversation ends
 * @param label the team of a span; for a conversation its id
 * @param byCustomer for a conversation, whether its customer began it
 */
@SuppressWarnings("EnumOrdinal") // it travels between tasks of one build, never further
public record Fact(
        Owner owner,
        String ownerId,
        long at,
        String source,
        String threadId,
        int place,
        Type type,
        long other,
        @Nullable String label,
        boolean byCustomer) {

    /** The order of an owner's facts. */
    public static final Comparator<Fact> ORDER = Fact::compare;

    /** Spelled out: an agent has tens of thousands of facts, and nearly all differ in their instant. */
    private static int compare(Fact a, Fact b) {
        int order = Long.compare(a.at, b.at);
        if (order == 0) {
            order = Utf8Order.COMPARATOR.compare(a.source, b.source);
        }
        if (order == 0) {
            order = Utf8Order.COMPARATOR.compare(a.threadId, b.threadId);
        }
        return order == 0 ? Integer.compare(a.place, b.place) : order;
    }

    public enum Owner {
        AGENT,
        CUSTOMER,
        QUEUE
    }

    public enum Type {
        /** An agent wrote publicly. */
        MESSAGE,
        /** An agent owned a conversation. */
        ASSIGNED,
        /** An agent's conversation was live. */
        ENGAGED,
        /** The customer had the last word in an agent's conversation. */
        PENDING,
        /** A customer had a conversation. */
        CONVERSATION,
        /** A queue's conversation was open. */
        OPEN,
        /** A queue's customer waited. */
        WAITING
    }

    private static final Owner[] OWNERS = Owner.values();
    private static final Type[] TYPES = Type.values();

    /** How a fact travels; it is no table of the warehouse. */
    public static final Table<Fact> ROWS = Table.<Fact>named("facts", "One row per fact")
            .count("owner", "Kind of owner", f -> f.owner.ordinal())
            .string("owner_id", "Owner", Fact::ownerId)
            .whole("at", "When", Fact::at)
            .string("source", "Source of the thread", Fact::source)
            .id("thread_id", "Thread", Fact::threadId)
            .count("place", "Place in the thread", Fact::place)
            .count("type", "Type", f -> f.type.ordinal())
            .whole("other", "Earliest credit, or end", Fact::other)
            .string("label", "Team or conversation", Fact::label)
            .flag("by_customer", "Begun by the customer", Fact::byCustomer)
            .build();

    public static Fact fromRow(InternalRow row) {
        return new Fact(
                OWNERS[row.getInt(1)],
                row.getUTF8String(2).toString(),
                row.getLong(3),
                row.getUTF8String(4).toString(),
                row.getUTF8String(5).toString(),
                row.getInt(6),
                TYPES[row.getInt(7)],
                row.getLong(8),
                row.isNullAt(9) ? null : row.getUTF8String(9).toString(),
                row.getBoolean(10));
    }
}
