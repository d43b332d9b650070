package dev.threadline.jobs.conversation;

import dev.threadline.jobs.thread.Message;
import dev.threadline.jobs.thread.Role;
import dev.threadline.jobs.turn.Turn;
import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is counted of a conversation: public messages by sender, turns, and the humans who wrote. */
public record Counts(
        int messages,
        int customerMessages,
        int agentMessages,
        int botMessages,
        int customerTurns,
        int answeredTurns,
        int agents,
        @Nullable String firstAgentId,
        @Nullable String lastAgentId)
        implements Serializable {

    public static Counts of(List<Message> publicMessages, List<Turn> turns) {
        int customer = 0;
        int agent = 0;
        int bot = 0;
        Set<String> agents = new HashSet<>();
        String firstAgent = null;
        String lastAgent = null;
        for (Message message : publicMessages) {
            customer += message.role() == Role.CUSTOMER ? 1 : 0;
            bot += message.role() == Role.BOT ? 1 : 0;
            if (message.role() == Role.AGENT && message.senderId() != null) {
                agent++;
                agents.add(message.senderId());
                firstAgent = firstAgent == null ? message.senderId() : firstAgent;
                lastAgent = message.senderId();
            }
        }
        int answered = (int) turns.stream().filter(Turn::isAnswered).count();
        return new Counts(
                publicMessages.size(),
                customer,
                agent,
                bot,
                turns.size(),
                answered,
                agents.size(),
                firstAgent,
                lastAgent);
    }

    public int unansweredTurns() {
        return customerTurns - answeredTurns;
    }
}
