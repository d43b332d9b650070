package dev.threadline.ingestion.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The phrases of all languages by their first words. */
final class Lexicon {

    /**
     * A phrase that tells a cue, to be looked for where its first word was found.
     *
     * @param startsBefore it tells nothing from this word of a text on
     */
    record Phrase(List<String> words, Cue cue, int startsBefore) {

        boolean isAt(int start, List<String> text) {
            if (start >= startsBefore || start + words.size() > text.size()) {
                return false;
            }
            for (int i = 1; i < words.size(); i++) {
                if (!words.get(i).equals(text.get(start + i))) {
                    return false;
                }
            }
            return true;
        }
    }

    private final Map<String, List<Phrase>> byFirstWord = new HashMap<>();

    private Lexicon() {}

    static Lexicon ofAllLanguages() {
        Lexicon lexicon = new Lexicon();
        WordLists.lines("cues").forEach(lexicon::addLine);
        return lexicon;
    }

    List<Phrase> startingWith(String word) {
        return byFirstWord.getOrDefault(word, List.of());
    }

    /** A cue, a colon, and phrases with bars between. */
    private void addLine(String line) {
        int colon = line.indexOf(':');
        Cue cue = Cue.valueOf(line.substring(0, colon).strip().toUpperCase(Locale.ROOT));
        for (String phrase : line.substring(colon + 1).split("\\|", -1)) {
            List<String> words = Words.of(phrase, 0, Integer.MAX_VALUE);
            byFirstWord
                    .computeIfAbsent(words.get(0), first -> new ArrayList<>())
                    .add(new Phrase(words, cue, startsBefore(cue)));
        }
    }

    /** Greetings greet at the start; a thanks is one wherever it comes. */
    private static int startsBefore(Cue cue) {
        return switch (cue) {
            case CONTINUATION -> 1;
            case GREETING -> 2;
            case SOLVED -> 25;
            case BACK -> 40;
            case THANKS, REQUEST -> 60;
            case STARTS_THANKS, QUESTION, MENTION, QUOTE, BRIEF_THANKS, HAS_TEXT ->
                throw new IllegalStateException(cue + " has no phrases of its own; remove its line from the lexicon");
        };
    }
}
