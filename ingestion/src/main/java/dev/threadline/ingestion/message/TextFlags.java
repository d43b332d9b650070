package dev.threadline.ingestion.message;

import dev.threadline.ingestion.text.Cues;
import dev.threadline.ingestion.text.WordLists;
import java.text.Normalizer;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the metrics know of a sender's words: nothing but these flags, derived once when they enter. */
final class TextFlags {

    /** No line of the lists is longer, so that a longer text need not be looked at. */
    static final int LONGEST_ACKNOWLEDGEMENT = 60;

    /** Pictographs with their joiners, skin tones and flags; a digit only as a key cap. */
    private static final Pattern EMOJI = Pattern.compile("(?:[0-9#*]\\uFE0F?\\u20E3"
            + "|[\\x{1F000}-\\x{1FAFF}\\u2190-\\u21FF\\u2300-\\u23FF\\u25A0-\\u27BF\\u2900-\\u297F\\u2B00-\\u2BFF"
            + "\\u203C\\u2049\\u2122\\u2139\\u24C2\\u3030\\u303D\\u3297\\u3299\\u00A9\\u00AE]"
            + "[\\uFE0E\\uFE0F\\u200D\\x{E0020}-\\x{E007F}]*)+");

    private static final Set<String> ACKNOWLEDGEMENTS =
            WordLists.lines("acknowledgements").stream().map(TextFlags::words).collect(Collectors.toSet());

    private TextFlags() {}

    /**
     * Whether a text is only emoji, or equal to a line of {@code acknowledgements/<language>.txt}; case, punctuation and
     * the width of blanks do not matter.
     */
    static boolean isAcknowledgement(String text) {
        return text.length() <= LONGEST_ACKNOWLEDGEMENT
                && (ACKNOWLEDGEMENTS.contains(words(text)) || (mayBeEmoji(text) && isOnlyEmoji(text)));
    }

    /** Whether a text ends in a question mark of any script; blanks after it do not matter. */
    static boolean endsInQuestion(String text) {
        int end = text.length();
        while (end > 0 && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return end > 0 && Cues.QUESTION_MARKS.indexOf(text.charAt(end - 1)) >= 0;
    }

    private static boolean mayBeEmoji(String text) {
        return text.chars().noneMatch(Character::isLetter);
    }

    private static boolean isOnlyEmoji(String text) {
        String dense = text.codePoints()
                .filter(c -> !isBlank(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return !dense.isEmpty() && EMOJI.matcher(dense).matches();
    }

    private static boolean isBlank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** The letters and digits in lower case, one blank between words. */
    private static String words(String text) {
        String composed = Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
        StringBuilder words = new StringBuilder(composed.length());
        boolean afterBlank = false;
        for (int i = 0; i < composed.length(); ) {
            int c = composed.codePointAt(i);
            i += Character.charCount(c);
            if (isBlank(c)) {
                afterBlank = true;
            } else if (Character.isLetterOrDigit(c) || isMark(c)) {
                if (afterBlank && !words.isEmpty()) {
                    words.append(' ');
                }
                words.appendCodePoint(Character.toLowerCase(c));
                afterBlank = false;
            }
        }
        return words.toString();
    }

    /** Vowel signs and the like belong to their letters. */
    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
