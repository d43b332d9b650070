package dev.threadline.jobs.boundary.model;

import java.util.Arrays;
import java.util.List;

/**
 * What a model sees of a gap between two activities: whole numbers, 0 or 1 unless said otherwise. The one before the gap is
 * the previous activity, the one after it the next. Names in files: {@link #key}. {@code docs/inference.md} defines them.
 */
public enum Feature {
    /** Length of the gap, 16 for each doubling of its seconds. */
    GAP("gap", false),
    /** How far the gap goes beyond a minute, in the same measure; likewise below. */
    GAP_OVER_1M("gap>1m", false),
    GAP_OVER_1H("gap>1h", false),
    GAP_OVER_4H("gap>4h", false),
    GAP_OVER_2D("gap>2d", false),
    GAP_OVER_8D("gap>8d", false),
    GAP_OVER_32D("gap>32d", false),
    /** A human answers the customer before {@code give-up}; like what follows, not where the business began the thread. */
    WAITING("waiting", false),
    /** The same, times how far the gap goes beyond four hours. */
    WAITING_LONG("waiting*long", false),
    /** A human writes after a customer's brief thanks. */
    AGENT_AFTER_THANKS("agent_after_thanks", true),
    /** A human writes after a human, or after a customer who was given up. */
    AGENT_AGAIN("agent_again", false),
    AGENT_AGAIN_LONG("agent_again*long", false),
    SAME_AGENT_AGAIN("same_agent_again", false),
    /** The customer wrote on both sides, or a human did in a thread that the business began. */
    CUSTOMER_AGAIN("customer_again", false),
    /** How many activities in a row the side before the gap wrote, 16 for each doubling. */
    RUN_BEFORE("run_before", false),
    /** A customer writes less than 72 h after a campaign that was sent in the gap. */
    CAMPAIGN("campaign", false),
    NEXT_GREETING("next_greeting", true),
    NEXT_CONTINUATION("next_continuation", true),
    NEXT_BACK("next_back", true),
    NEXT_REQUEST("next_request", true),
    NEXT_STARTS_THANKS("next_starts_thanks", true),
    NEXT_QUESTION("next_question", true),
    NEXT_QUOTE("next_quote", true),
    /** Length of the next text, 16 for each doubling, up to 400 characters. */
    NEXT_LENGTH("next_length", true),
    PREV_THANKS("prev_thanks", true),
    PREV_QUESTION("prev_question", true),
    /** One of the last three activities was a customer's thanks or word of success. */
    RECENT_CUSTOMER_THANKS("recent_customer_thanks", true),
    /** The next text addresses someone, which replies in this thread usually do not. */
    MENTION_NEW("mention_new", true),
    MENTION_USUAL("mention_usual", true),
    /** The customer addresses somebody else than the humans he wrote with, one of whom he addressed before; then not the above. */
    MENTION_OTHER("mention_other", true),
    /** The next text addresses nobody though replies usually do: after how many that is known, up to 4. */
    MENTION_MISSING("mention_missing", true);

    private final String key;
    private final boolean readsText;

    Feature(String key, boolean readsText) {
        this.key = key;
        this.readsText = readsText;
    }

    /** Its name in model files. */
    public String key() {
        return key;
    }

    /** Whether it is known only where both activities have text. */
    public boolean readsText() {
        return readsText;
    }

    /** Its place in an array of all. */
    @SuppressWarnings("EnumOrdinal")
    public int place() {
        return ordinal();
    }

    /** All that can be seen with texts, or without. */
    public static List<Feature> visible(boolean withText) {
        return Arrays.stream(values())
                .filter(feature -> withText || !feature.readsText)
                .toList();
    }
}
