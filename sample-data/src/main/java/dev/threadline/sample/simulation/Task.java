package dev.threadline.sample.simulation;

import java.util.Locale;

/** Why a conversation lies before an agent. */
enum Task {
    /** The customer waits for an answer. */
    REPLY,
    /** Something promised is due. */
    FOLLOW_UP,
    /** The customer said thanks. */
    GOODBYE,
    /** Reading up and noting down, without a message. */
    WRAP_UP;

    String purpose() {
        return name().toLowerCase(Locale.ROOT);
    }
}
