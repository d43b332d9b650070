package dev.threadline.jobs.walk;

import dev.threadline.jobs.attention.HumanMessage;
import dev.threadline.jobs.conversation.ConversationDraft;
import dev.threadline.jobs.stint.StintWork;
import dev.threadline.jobs.time.Span;
import dev.threadline.jobs.turn.Turn;
import java.io.Serializable;
import java.util.List;

/**
 * A conversation found by the walk, with its parts.
 *
 * @param place of its first activity in the thread, from 1
 * @param openSpans when it was open: its spells, the last one up to and including as-of while it is open
 * @param waits when its customer was seen to wait, up to and including as-of while that goes on; disjoint and sorted
 */
public record WalkedConversation(
        ConversationDraft draft,
        int place,
        List<Turn> turns,
        List<StintWork> stints,
        List<HumanMessage> humanMessages,
        List<Span> openSpans,
        List<Span> waits)
        implements Serializable {}
