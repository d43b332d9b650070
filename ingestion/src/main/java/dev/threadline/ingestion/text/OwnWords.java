package dev.threadline.ingestion.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the sender of a text wrote, as far as its lines tell: without what mail programs add, which is the words of others below
 * or between his, their lead-ins ("Mary wrote:"), signatures and footers.
 */
public final class OwnWords {

    /** A lead-in is broken over so many lines where a name is long. */
    private static final int LONGEST_LEAD_IN = 3;

    private static final String SIGNATURE = "--";

    /** {@code -----Original Message-----} in any language, or the line above a list's footer. */
    private static final Pattern RULE = Pattern.compile("-{3,}[^-]*\\p{L}.*-{3,}|_{10,}");

    /** The first two of the lines that say from whom the message below came, and when. */
    private static final Pattern HEADER = Pattern.compile("\\*?(From|Von|De|Da|Van):.+");

    private static final Pattern FURTHER_HEADER = Pattern.compile("\\*?\\p{L}[\\p{L} -]{0,20}:.+");

    private static final Pattern DATE = Pattern.compile("[0-9]");
    private static final Pattern DATE_OR_ADDRESS = Pattern.compile("[0-9@<]");

    private final List<String> lines;
    private final List<String> own = new ArrayList<>();

    private OwnWords(List<String> lines) {
        this.lines = lines;
    }

    /** The sender's lines; the text itself where nothing was added to it. */
    public static String of(String text) {
        if (text.indexOf('\n') < 0 && text.indexOf('>') < 0) {
            return text;
        }
        OwnWords words = new OwnWords(text.lines().map(String::strip).toList());
        words.take();
        return words.own.size() == words.lines.size() ? text : String.join("\n", words.own);
    }

    private void take() {
        boolean[] beforeQuote = beforeQuote();
        for (int i = 0; i < lines.size() && !isEnd(i); i++) {
            String line = lines.get(i);
            int start = Quotes.isLeadIn(line) ? startOfLeadIn(line) : 0;
            if (Quotes.isLeadIn(line) && (beforeQuote[i] || isWrittenByProgram(line, start))) {
                own.subList(own.size() - start, own.size()).clear();
                if (!beforeQuote[i]) {
                    return;
                }
            } else if (!Quotes.isMarked(line)) {
                own.add(line);
            }
        }
    }

    /** For each line whether the next that is not blank is marked as quoted. */
    private boolean[] beforeQuote() {
        boolean[] before = new boolean[lines.size()];
        for (int i = lines.size() - 2; i >= 0; i--) {
            String next = lines.get(i + 1);
            before[i] = next.isEmpty() ? before[i + 1] : Quotes.isMarked(next);
        }
        return before;
    }

    /** Whether nothing of the sender's comes from this line on. */
    private boolean isEnd(int i) {
        String line = lines.get(i);
        return line.equals(SIGNATURE)
                || RULE.matcher(line).matches()
                || (HEADER.matcher(line).matches()
                        && i + 1 < lines.size()
                        && FURTHER_HEADER.matcher(lines.get(i + 1)).matches());
    }

    /** How many of the lines before the last of a lead-in belong to it: those from the one with its date on. */
    private int startOfLeadIn(String last) {
        if (DATE.matcher(last).find()) {
            return 0;
        }
        for (int back = 1; back < LONGEST_LEAD_IN && back <= own.size(); back++) {
            String line = own.get(own.size() - back);
            if (line.isEmpty()) {
                return 0;
            }
            if (DATE.matcher(line).find()) {
                return back;
            }
        }
        return 0;
    }

    /** People who say what somebody wrote seldom add the date or his address. */
    private static boolean isWrittenByProgram(String last, int linesBefore) {
        return linesBefore > 0 || DATE_OR_ADDRESS.matcher(last).find();
    }
}
