package dev.threadline.jobs.calibrate;

import dev.threadline.jobs.boundary.Gap;
import dev.threadline.jobs.boundary.GapFeatures;
import dev.threadline.jobs.config.Configuration;
import dev.threadline.jobs.thread.Event;
import dev.threadline.jobs.thread.Message;
import dev.threadline.jobs.walk.ConfiguredDefinitions;
import dev.threadline.jobs.walk.ThreadWalk;
import dev.threadline.jobs.walk.WalkedConversation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What explicit closes teach: a close with the next activity beyond the reopen window is a boundary, and a gap within a
 * spell that was closed later is none. Gaps in a spell that nobody closed, and those inside a reopen window, teach
 * nothing.
 */
public final class CloseGaps {

    private CloseGaps() {}

    /** The gaps that closes decide, thread by thread. */
    public static List<LabelledGap> of(Collection<List<Message>> threads, Configuration configuration) {
        List<LabelledGap> gaps = new ArrayList<>();
        int number = 0;
        for (List<Message> thread : OrderedThreads.of(threads)) {
            int lastClose = lastClose(thread);
            if (lastClose >= 0) {
                add(gaps, number, thread, lastClose, configuration);
            }
            number++;
        }
        return gaps;
    }

    private static void add(
            List<LabelledGap> gaps, int number, List<Message> thread, int lastClose, Configuration configuration) {
        long giveUpMs = configuration.giveUp().toMillis();
        GapRecorder recorder = new GapRecorder(gap -> false);
        long asOf = thread.get(thread.size() - 1).sentAt();
        List<WalkedConversation> conversations = new ThreadWalk(
                        ConfiguredDefinitions.forBoundaries(configuration, recorder), asOf)
                .walk(new ArrayList<>(thread))
                .conversations();
        for (Gap gap : recorder.asked()) {
            if (gap.next() < lastClose) {
                gaps.add(gap(number, gap, giveUpMs, false));
            }
        }
        for (WalkedConversation conversation :
                conversations.subList(Math.min(1, conversations.size()), conversations.size())) {
            int next = conversation.place() - 1;
            Gap gap = new Gap(thread, activityBefore(thread, next), next, false);
            gaps.add(gap(number, gap, giveUpMs, true));
        }
    }

    private static LabelledGap gap(int number, Gap gap, long giveUpMs, boolean boundary) {
        return new LabelledGap(number, gap.later().channel(), gap.millis(), GapFeatures.of(gap, giveUpMs), boundary);
    }

    private static int lastClose(List<Message> thread) {
        for (int i = thread.size() - 1; i >= 0; i--) {
            Event event = thread.get(i).event();
            if (event != null && event.closes()) {
                return i;
            }
        }
        return -1;
    }

    private static int activityBefore(List<Message> thread, int place) {
        int before = place - 1;
        while (!thread.get(before).isActivity()) {
            before--;
        }
        return before;
    }
}
