package dev.threadline.ingestion.text;

import java.util.List;

/** Derives the {@link Cue}s of a text. It is done once, when the text enters; nothing later reads texts. */
public final class Cues {

    /** Of any script. */
    public static final String QUESTION_MARKS = "?？؟";

    /** Later words tell nothing, except as the rest of a phrase. */
    private static final int LAST_START = 60;

    private static final int LONGEST_PHRASE = 6;
    private static final int STARTS_THANKS_BEFORE = 4;
    private static final int BRIEF = 8;

    private static final Lexicon LEXICON = Lexicon.ofAllLanguages();

    private Cues() {}

    /** The bits of a text's cues; 0 for a text of blanks. */
    public static int of(String text) {
        return of(text, OwnWords.of(text));
    }

    /**
     * The bits of a text's cues; 0 for a text of blanks.
     *
     * @param own the {@link OwnWords} of its sender, which tell all but whether he quotes
     */
    public static int of(String text, String own) {
        if (LeadingMarks.blanks(text, 0) == text.length()) {
            return 0;
        }
        String plain = Addresses.removed(own).replace('’', '\'');
        List<String> words = Words.of(plain, LeadingMarks.end(plain), LAST_START + LONGEST_PHRASE);
        int cues = Cue.HAS_TEXT.bit() | phrases(words);
        cues |= plain.chars().anyMatch(c -> QUESTION_MARKS.indexOf(c) >= 0) ? Cue.QUESTION.bit() : 0;
        cues |= LeadingMarks.end(own) > 0 ? Cue.MENTION.bit() : 0;
        cues |= Quotes.areIn(text) ? Cue.QUOTE.bit() : 0;
        boolean content = Cue.THANKS.in(cues) || Cue.SOLVED.in(cues);
        return content && words.size() <= BRIEF && !Cue.QUESTION.in(cues) ? cues | Cue.BRIEF_THANKS.bit() : cues;
    }

    private static int phrases(List<String> words) {
        int cues = 0;
        for (int start = 0; start < Math.min(words.size(), LAST_START); start++) {
            for (Lexicon.Phrase phrase : LEXICON.startingWith(words.get(start))) {
                if (phrase.isAt(start, words)) {
                    cues |= phrase.cue().bit();
                    boolean opens = phrase.cue() == Cue.THANKS && start < STARTS_THANKS_BEFORE;
                    cues |= opens ? Cue.STARTS_THANKS.bit() : 0;
                }
            }
        }
        return cues;
    }
}
