package dev.threadline.ingestion.text;

import java.util.List;

/** Tells, of one line without the blanks around it, what mail programs and forums put before the words of others. */
final class Quotes {

    private static final List<String> LEAD_INS =
            List.of("wrote", "writes", "schrieb", "a écrit", "escribió", "escreveu", "ha scritto", "schreef");

    private Quotes() {}

    /** Whether a line of the text is of others' words or leads in to them, or a quote is in brackets. */
    static boolean areIn(String text) {
        boolean mayHold = text.indexOf('>') >= 0 || text.indexOf(':') >= 0;
        return text.contains("[quote]")
                || (mayHold && text.lines().map(String::strip).anyMatch(line -> isMarked(line) || hasLeadIn(line)));
    }

    /** Whether a line is of another's words. */
    static boolean isMarked(String line) {
        return line.startsWith(">");
    }

    /** Whether a line says that another's words come below it. */
    static boolean isLeadIn(String line) {
        return line.endsWith(":") && hasLeadIn(line);
    }

    /** Whether another's words come behind "wrote:", in the same line or below it. */
    private static boolean hasLeadIn(String line) {
        for (String leadIn : LEAD_INS) {
            for (int at = line.indexOf(leadIn); at >= 0; at = line.indexOf(leadIn, at + 1)) {
                if (isWord(line, at, at + leadIn.length()) && isBeforeColon(line, at + leadIn.length())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isWord(String line, int start, int end) {
        return (start == 0 || !Words.isPart(line.codePointBefore(start)))
                && (end == line.length() || !Words.isPart(line.codePointAt(end)));
    }

    /** Right before it, or before the one that ends the line: "schrieb Mary:". */
    private static boolean isBeforeColon(String line, int end) {
        return line.endsWith(":") || line.startsWith(":", end) || line.startsWith(" :", end);
    }
}
