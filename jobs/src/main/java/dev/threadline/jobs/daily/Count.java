package dev.threadline.jobs.daily;

import dev.threadline.jobs.conversation.Outcome;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Something counted by day; the name in lower case is its column. */
public enum Count {
    STARTED("Conversations started"),
    RESOLVED("Conversations resolved on this day, whenever they started"),
    OPEN("Of those started, outcome open"),
    MERGED("Of those started, outcome merged"),
    OUTREACH("Of those started, outcome outreach"),
    UNANSWERED("Of those started, outcome unanswered"),
    ABANDONED_IN_BOT("Of those started, outcome abandoned_in_bot"),
    BOT_CONTAINED("Of those started, outcome bot_contained"),
    OUT_OF_HOURS("Of those started, arrived outside open hours"),
    REOPENED("Of those started, reopened at least once"),
    REPEATED_WITHIN_3D("Of those started, less than 3 days after the customer's previous one"),
    MESSAGES("Public messages of the conversations started"),
    CUSTOMER_TURNS("Customer turns of the conversations started"),
    UNANSWERED_TURNS("Of those turns, without a reply");

    private final String comment;

    Count(String comment) {
        this.comment = comment;
    }

    /** What a conversation with this outcome counts as, on the day it started; none for a resolved one. */
    static @Nullable Count of(Outcome outcome) {
        return switch (outcome) {
            case OPEN -> OPEN;
            case MERGED -> MERGED;
            case OUTREACH -> OUTREACH;
            case UNANSWERED -> UNANSWERED;
            case ABANDONED_IN_BOT -> ABANDONED_IN_BOT;
            case BOT_CONTAINED -> BOT_CONTAINED;
            case RESOLVED -> null;
        };
    }

    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    String comment() {
        return comment;
    }
}
