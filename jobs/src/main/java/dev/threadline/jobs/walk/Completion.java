package dev.threadline.jobs.walk;

import dev.threadline.jobs.attention.HumanMessage;
import dev.threadline.jobs.calendar.BusinessCalendar;
import dev.threadline.jobs.conversation.ConversationDraft;
import dev.threadline.jobs.conversation.Effort;
import dev.threadline.jobs.conversation.Repeat;
import dev.threadline.jobs.stint.StintWork;
import dev.threadline.jobs.time.Elapsed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntToLongFunction;

/** Completes walked conversations with their agents' attention and their customer's returns. */
public final class Completion {

    private final Definitions definitions;

    public Completion(Definitions definitions) {
        this.definitions = definitions;
    }

    /**
     * Completes one conversation.
     *
     * @param creditedFrom for the place of a human message in the thread, when the attention credited to it starts
     * @param repeat the conversation among those of its customer
     */
    public CompletedConversation complete(WalkedConversation walked, IntToLongFunction creditedFrom, Repeat repeat) {
        ConversationDraft draft = walked.draft();
        BusinessCalendar calendar = definitions.calendar(draft.team(), draft.channel());
        Elapsed[] handle = new Elapsed[walked.stints().size() + 1];
        Arrays.fill(handle, Elapsed.ZERO);
        for (HumanMessage message : walked.humanMessages()) {
            Elapsed credit = Elapsed.between(creditedFrom.applyAsLong(message.place()), message.sentAt(), calendar);
            int stint = Objects.requireNonNullElse(message.stint(), 0);
            handle[stint] = handle[stint].plus(credit);
        }
        Effort total = new Effort(handle[0], Elapsed.ZERO, Elapsed.ZERO);
        List<CompletedConversation.StintEffort> stints =
                new ArrayList<>(walked.stints().size());
        for (StintWork work : walked.stints()) {
            Effort effort = new Effort(
                    handle[work.stint().number()],
                    Elapsed.of(work.engaged(), calendar),
                    Elapsed.of(List.of(work.stint().span()), calendar));
            stints.add(new CompletedConversation.StintEffort(work.stint(), effort));
            total = total.plus(effort);
        }
        return new CompletedConversation(draft.complete(total, repeat), stints, walked.turns(), calendar);
    }
}
