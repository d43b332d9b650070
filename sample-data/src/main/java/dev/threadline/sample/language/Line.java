package dev.threadline.sample.language;

import java.util.Locale;

/** What can be said; each is a rule of every grammar, those of {@link #perTopic} one for each topic. */
public enum Line {
    NOTHING,
    GREETING,
    QUESTION,
    DETAIL,
    INFORMATION,
    NUDGE,
    COMPLAINT,
    THANKS,
    LONG_THANKS,
    CONFIRMATION,
    STILL_NOT,
    ANOTHER,
    NEVER_MIND,
    INTERESTED,
    OUT_OF_OFFICE,
    SIGN_OFF,
    AGENT_GREETING,
    CHECKING,
    ASK,
    INSTRUCTION,
    HOLD,
    ANSWER,
    FOLLOW_UP,
    ANYTHING_ELSE,
    WELCOME,
    TRANSFER,
    AGENT_SIGN_OFF,
    NOTE,
    OUTREACH,
    BOT_GREETING,
    BOT_ASK,
    BOT_ANSWER,
    BOT_CHECK,
    BOT_HANDOFF,
    BOT_CLOSED,
    BOT_BYE,
    CLOSED_NOW,
    SURVEY,
    CAMPAIGN;

    /** True if the rule exists once for each topic. */
    boolean perTopic() {
        return this == QUESTION || this == ANSWER;
    }

    String rule() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
