package dev.threadline.ingestion.text;

/** Finds whom a text addresses before it says anything: any number of {@code @name} and {@code name: }. */
final class LeadingMarks {

    private static final int SHORTEST_NAME = 2;
    private static final int LONGEST_NAME = 24;

    private LeadingMarks() {}

    /** Where the marks end, blanks after them included; 0 if the text has none. */
    static int end(String text) {
        int end = 0;
        for (int next = mark(text, blanks(text, 0)); next > 0; next = mark(text, next)) {
            end = next;
        }
        return end;
    }

    /** Where the mark that starts at {@code start} ends; 0 if none does. */
    static int mark(String text, int start) {
        if (start >= text.length()) {
            return 0;
        }
        if (text.charAt(start) == '@' && start + 1 < text.length() && !isBlank(text.codePointAt(start + 1))) {
            return blanks(text, blackEnd(text, start));
        }
        int at = start;
        int length = 0;
        while (at < text.length() && isNamePart(text.codePointAt(at)) && length <= LONGEST_NAME) {
            at += Character.charCount(text.codePointAt(at));
            length++;
        }
        boolean name = length >= SHORTEST_NAME && length <= LONGEST_NAME && text.startsWith(": ", at);
        if (!name) {
            return 0;
        }
        at++;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    /** Where the blanks from {@code start} on end. */
    static int blanks(String text, int start) {
        int at = start;
        while (at < text.length() && isBlank(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    /** Where the next blank from {@code start} on is, or the end. */
    static int blackEnd(String text, int start) {
        int at = start;
        while (at < text.length() && !isBlank(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    private static boolean isNamePart(int c) {
        return !isBlank(c) && ":,.?!".indexOf(c) < 0;
    }

    static boolean isBlank(int c) {
        return c < 128 ? c == ' ' || (c >= '\t' && c <= '\r') : isBlankBeyondAscii(c);
    }

    private static boolean isBlankBeyondAscii(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
    }
}
