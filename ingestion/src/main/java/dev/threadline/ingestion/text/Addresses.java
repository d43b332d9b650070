package dev.threadline.ingestion.text;

import java.util.List;

/** Takes web addresses out of texts; what is in them was not said. */
final class Addresses {

    private static final List<String> STARTS = List.of("http://", "https://", "www.");

    private Addresses() {}

    /** The text with a blank in place of each address. */
    static String removed(String text) {
        int at = next(text, 0);
        if (at < 0) {
            return text;
        }
        StringBuilder rest = new StringBuilder(text.length());
        int copied = 0;
        while (at >= 0) {
            rest.append(text, copied, at).append(' ');
            copied = LeadingMarks.blackEnd(text, at);
            at = next(text, copied);
        }
        return rest.append(text, copied, text.length()).toString();
    }

    /** Where the next address starts; -1 if none does. */
    private static int next(String text, int from) {
        int first = -1;
        for (String start : STARTS) {
            int at = text.indexOf(start, from);
            while (at >= 0 && isEnd(text, at + start.length())) {
                at = text.indexOf(start, at + 1);
            }
            first = at >= 0 && (first < 0 || at < first) ? at : first;
        }
        return first;
    }

    /** Whether nothing follows that could be an address. */
    private static boolean isEnd(String text, int at) {
        return at >= text.length() || LeadingMarks.isBlank(text.codePointAt(at));
    }
}
