package dev.threadline.ingestion.text;

/**
 * What a text does, as a bit of the column {@code cues}. Bits keep their meaning for ever; behind them are those of
 * the {@link Addressee}. Words come
 * from {@code cues/<language>.txt}, all languages as one.
 */
public enum Cue {
    /** Opens with a greeting. */
    GREETING(0),
    /** Opens with a thanks. */
    STARTS_THANKS(1),
    THANKS(2),
    /** Says that something works or is understood. */
    SOLVED(3),
    /** Opens like a sentence in the middle of an exchange: "ok", "and", "that". */
    CONTINUATION(4),
    /** Refers to what was said or done before. */
    BACK(5),
    /** Asks for something or states a problem. */
    REQUEST(6),
    QUESTION(7),
    /** Opens by addressing someone: {@code @name} or {@code name: }. */
    MENTION(8),
    /** Quotes an earlier message. */
    QUOTE(9),
    /** A few words of thanks or success, and no question. */
    BRIEF_THANKS(10),
    /** There is a text at all. */
    HAS_TEXT(11);

    private final int bit;

    Cue(int place) {
        this.bit = 1 << place;
    }

    /** Its bit. */
    public int bit() {
        return bit;
    }

    /** Whether it is among the bits. */
    public boolean in(int cues) {
        return (cues & bit) != 0;
    }
}
