package dev.threadline.ingestion.text;

import java.util.List;

/** Finds what mail programs and forums put before the words of others. */
final class Quotes {

    private static final List<String> LEAD_INS =
            List.of("wrote", "writes", "schrieb", "a écrit", "escribió", "escreveu", "ha scritto", "schreef");

    private Quotes() {}

    /** Whether a line starts with {@code >}, or someone "wrote:", or a quote is in brackets. */
    static boolean areIn(String text) {
        return text.contains("[quote]") || hasMarkedLine(text) || hasLeadIn(text);
    }

    /** Whether a line, without the blanks around it, is of another's words. */
    static boolean isMarked(String line) {
        return line.startsWith(">");
    }

    /** Whether a line, without the blanks around it, says that another's words come now. */
    static boolean isLeadIn(String line) {
        if (!line.endsWith(":")) {
            return false;
        }
        for (String leadIn : LEAD_INS) {
            for (int at = line.indexOf(leadIn); at >= 0; at = line.indexOf(leadIn, at + 1)) {
                int end = at + leadIn.length();
                if ((at == 0 || !Words.isPart(line.codePointBefore(at))) && !Words.isPart(line.codePointAt(end))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean hasMarkedLine(String text) {
        for (int mark = text.indexOf('>'); mark >= 0; mark = text.indexOf('>', mark + 1)) {
            int before = mark - 1;
            while (before >= 0 && text.charAt(before) != '\n' && LeadingMarks.isBlank(text.charAt(before))) {
                before--;
            }
            if (before < 0 || text.charAt(before) == '\n') {
                return true;
            }
        }
        return false;
    }

    private static boolean hasLeadIn(String text) {
        for (int colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
            int end = colon > 0 && LeadingMarks.isBlank(text.charAt(colon - 1)) ? colon - 1 : colon;
            for (String leadIn : LEAD_INS) {
                int start = end - leadIn.length();
                if (text.startsWith(leadIn, start) && (start == 0 || !Words.isPart(text.codePointBefore(start)))) {
                    return true;
                }
            }
        }
        return false;
    }
}
