package dev.threadline.ingestion.text;

import java.util.ArrayList;
import java.util.List;

/** Splits texts into words: letters and digits, with single apostrophes or hyphens between them. */
final class Words {

    private Words() {}

    /** The first words of a text, at most {@code limit}. */
    static List<String> of(String text, int limit) {
        List<String> words = new ArrayList<>();
        int at = 0;
        while (at < text.length() && words.size() < limit) {
            int end = runEnd(text, at);
            if (end == at) {
                at += Character.charCount(text.codePointAt(at));
                continue;
            }
            for (int next = joined(text, end); next > end; next = joined(text, end)) {
                end = next;
            }
            words.add(text.substring(at, end));
            at = end;
        }
        return words;
    }

    /** Where the letters and digits from {@code start} on end. */
    private static int runEnd(String text, int start) {
        int end = start;
        while (end < text.length()) {
            int c = text.codePointAt(end);
            if (!isWordPart(c)) {
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

    private static boolean isWordPart(int c) {
        if (c < 128) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
        }
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c) || type == Character.LETTER_NUMBER || type == Character.OTHER_NUMBER;
    }
}
