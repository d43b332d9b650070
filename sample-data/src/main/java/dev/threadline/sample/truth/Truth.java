package dev.threadline.sample.truth;

import dev.threadline.sample.log.Dirt;
import dev.threadline.sample.log.GzipFile;
import dev.threadline.sample.log.Message;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes down what really happened, in CSV files beside the log. */
public final class Truth implements AutoCloseable {

    /** Opens a file of the truth by its name. */
    @FunctionalInterface
    public interface Files {

        /** A new file, empty. */
        GzipFile open(String name) throws IOException;
    }

    private final CsvFile messages;
    private final CsvFile conversations;
    private final CsvFile needs;
    private final CsvFile attention;
    private final CsvFile load;
    private final CsvFile dirt;

    /** Opens all files of the truth. */
    public Truth(Files files) throws IOException {
        messages = open(files, "messages", "thread_id,message_id,gold_conversation_id,gold_segment_id,need_id");
        conversations = open(
                files,
                "conversations",
                "conversation_id,thread_id,customer_id,channel,team,language,topic,initiated_by,outcome,started_at,"
                        + "ended_at,resolved_at,abandoned_at,left_silently,needs,messages,reopens,returns,transfers,agents,"
                        + "attention_ms,repeats_conversation_id,merged_into_conversation_id");
        needs = open(files, "needs", "need_id,conversation_id,topic,raised_at,resolved_at,exchanges,attention_ms");
        attention = open(files, "attention", "agent_id,conversation_id,need_id,started_at,ended_at,at_once,purpose");
        load = open(files, "load", "agent_id,at,assigned,active");
        dirt = open(files, "dirt", "flaw,records");
    }

    private static CsvFile open(Files files, String name, String header) throws IOException {
        return new CsvFile(files.open(name), header);
    }

    /** To which conversation and need a record belongs, or to none. */
    public void message(Message message, @Nullable String conversationId, @Nullable String needId) {
        messages.text(message.threadId())
                .text(message.messageId())
                .text(conversationId)
                .text(conversationId)
                .text(needId)
                .end();
    }

    /** What became of a conversation. */
    public void conversation(ConversationTruth truth) {
        conversations
                .text(truth.conversationId())
                .text(truth.threadId())
                .text(truth.customerId())
                .text(truth.channel())
                .text(truth.team())
                .text(truth.language())
                .text(truth.topic())
                .text(truth.initiatedBy())
                .text(truth.outcome())
                .instant(truth.startedAtMs())
                .instant(truth.endedAtMs())
                .instant(truth.resolvedAtMs())
                .instant(truth.abandonedAtMs())
                .text(Boolean.toString(truth.leftSilently()))
                .number(truth.needs())
                .number(truth.messages())
                .number(truth.reopens())
                .number(truth.returns())
                .number(truth.transfers())
                .number(truth.agents())
                .number(truth.attentionMs())
                .text(truth.repeatsConversationId())
                .text(truth.mergedIntoConversationId())
                .end();
    }

    /** One thing a customer needed, and what it took. */
    public void need(
            String needId,
            String conversationId,
            String topic,
            long raisedAtMs,
            long resolvedAtMs,
            long exchanges,
            long attentionMs) {
        needs.text(needId)
                .text(conversationId)
                .text(topic)
                .instant(raisedAtMs)
                .instant(resolvedAtMs)
                .number(exchanges)
                .number(attentionMs)
                .end();
    }

    /** An agent's undivided attention to one conversation; an agent's intervals never overlap. */
    public void attention(
            String agentId,
            String conversationId,
            String needId,
            long startInclusiveMs,
            long endExclusiveMs,
            long atOnce,
            String purpose) {
        attention
                .text(agentId)
                .text(conversationId)
                .text(needId)
                .instant(startInclusiveMs)
                .instant(endExclusiveMs)
                .number(atOnce)
                .text(purpose)
                .end();
    }

    /** From this instant an agent holds so many conversations, so many of them going on. */
    public void load(String agentId, long atMs, long assigned, long active) {
        load.text(agentId).instant(atMs).number(assigned).number(active).end();
    }

    /** How often each flaw struck the log, and how many lines it has. */
    public void dirt(Map<Dirt.Flaw, Long> counts, long lines) {
        counts.forEach((flaw, records) ->
                dirt.text(flaw.name().toLowerCase(Locale.ROOT)).number(records).end());
        dirt.text("lines").number(lines).end();
    }

    @Override
    public void close() throws IOException {
        for (CsvFile file : new CsvFile[] {messages, conversations, needs, attention, load, dirt}) {
            file.close();
        }
    }
}
