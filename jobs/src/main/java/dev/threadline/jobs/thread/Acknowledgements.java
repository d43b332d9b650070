package dev.threadline.jobs.thread;

import java.util.List;

/**
 * Tells acknowledgements from needs: a customer's "thanks" directly after a human or bot message that is no question, or
 * after another acknowledgement of it. It never starts a turn and never reopens a conversation.
 */
public final class Acknowledgements {

    private boolean couldFollow;

    /** For each record of an ordered thread, whether it is an acknowledgement. */
    public static boolean[] in(List<Message> ordered) {
        Acknowledgements walk = new Acknowledgements();
        boolean[] acknowledgement = new boolean[ordered.size()];
        for (int i = 0; i < acknowledgement.length; i++) {
            acknowledgement[i] = walk.next(ordered.get(i));
        }
        return acknowledgement;
    }

    private boolean next(Message message) {
        if (message.isReply()) {
            couldFollow = !message.endsInQuestion();
        } else if (message.isPublicFrom(Role.CUSTOMER)) {
            couldFollow = couldFollow && message.acknowledgementText();
            return couldFollow;
        }
        return false;
    }
}
