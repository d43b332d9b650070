package dev.threadline.ingestion.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Splits texts into words in lower case: letters and digits, with single apostrophes or hyphens between them. */
final class Words {

    private Words() {}

    /** The first words from {@code start} on, at most {@code limit}. */
    static List<String> of(String text, int start, int limit) {
        List<String> words = new ArrayList<>();
        int at = start;
        while (at < text.length() && words.size() < limit) {
            int end = runEnd(text, at);
            if (end == at) {
                at += Character.charCount(text.codePointAt(at));
                continue;
            }
            for (int next = joined(text, end); next > end; next = joined(text, end)) {
                end = next;
            }
            words.add(text.substring(at, end).toLowerCase(Locale.ROOT));
            at = end;
        }
        return words;
    }

    /** Where the letters and digits from {@code start} on end. */
    private static int runEnd(String text, int start) {
        int end = start;
        while (end < text.length()) {
            int c = text.codePointAt(end);
            if (!isPart(c)) {
                break;
            }
            end += Character.charCount(c);
        }
        return end;
    }

    /** Where the run behind an apostrophe or hyphen at {@code end} ends; {@code end} if there is none. */
    private static int joined(String text, int end) {
        if (end < text.length() && (text.charAt(end) == '\'' || text.charAt(end) == '-')) {
            int further = runEnd(text, end + 1);
            return further > end + 1 ? further : end;
        }
        return end;
    }

    /** Whether words are made of it. */
    static boolean isPart(int c) {
        if (c < 128) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
        }
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c) || type == Character.LETTER_NUMBER || type == Character.OTHER_NUMBER;
    }
}
