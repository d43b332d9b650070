package dev.threadline.jobs.conversation;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What a row that belongs to a conversation carries. */
public record ConversationKey(String source, String threadId, String conversationId) implements Serializable {

    private static final int ID_BYTES = 16;

    /**
     * The key of the conversation that a first activity begins: its id is a pure function of source, thread and that
     * activity's message id (the first 128 bits of a SHA-256, in hex).
     */
    public static ConversationKey startingWith(String source, String threadId, String firstActivityId) {
        MessageDigest digest = sha256();
        digest.update(source.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(threadId.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(firstActivityId.getBytes(StandardCharsets.UTF_8));
        return new ConversationKey(source, threadId, HexFormat.of().formatHex(digest.digest(), 0, ID_BYTES));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
