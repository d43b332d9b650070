package dev.threadline.dashboard.result;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a spreadsheet would run as a formula, though somebody merely wrote it into the log. An apostrophe before it makes it
 * the text that it is, as OWASP advises ("CSV injection").
 */
final class Formulas {

    /** How one begins, also in the wide letters of East Asian keyboards. */
    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r\\n＝＋－＠].*", Pattern.DOTALL);

    /** Digits alone, as of a telephone, can do nothing. */
    private static final Pattern DIGITS = Pattern.compile("[+\\-][0-9][0-9 .,]*");

    private Formulas() {}

    /** A value with what is a formula made a text; numbers are no texts and stay as they are. */
    static @Nullable Object defused(@Nullable Object value) {
        boolean isFormula = value instanceof String text
                && FORMULA.matcher(text).matches()
                && !DIGITS.matcher(text).matches();
        return isFormula ? "'" + value : value;
    }
}
