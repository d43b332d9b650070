package dev.threadline.ingestion.text;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.zip.CRC32;

/**
 * Whom a text addresses, as twelve bits above those of its {@link Cue}s: a hash of the one name that it opens with. One name in
 * 4,095 has the same, so it tells whether a text addresses somebody of a thread, and nobody's name. Bits keep their meaning
 * for ever.
 */
public final class Addressee {

    private static final int AT = Cue.values().length;
    private static final int CODES = (1 << 12) - 1;

    private Addressee() {}

    /**
     * The bits of the name that a text opens with; 0 if it opens with none, or with several.
     *
     * @param own the {@link OwnWords} of its sender
     */
    public static int bits(String own) {
        int start = LeadingMarks.blanks(own, 0);
        int end = LeadingMarks.mark(own, start);
        if (end == 0 || LeadingMarks.mark(own, end) > 0) {
            return 0;
        }
        String name = own.substring(own.charAt(start) == '@' ? start + 1 : start, end);
        return code(name).orElse(0) << AT;
    }

    /** The code of the name that a text with these bits opens with. */
    public static OptionalInt in(int bits) {
        int code = bits >> AT & CODES;
        return code == 0 ? OptionalInt.empty() : OptionalInt.of(code);
    }

    /** The code of a name, or of an id: of its letters, digits, {@code _} and {@code -} up to any other character. */
    public static OptionalInt code(String name) {
        int end = 0;
        while (end < name.length() && isOfName(name.codePointAt(end))) {
            end += Character.charCount(name.codePointAt(end));
        }
        if (end == 0) {
            return OptionalInt.empty();
        }
        CRC32 hash = new CRC32();
        hash.update(name.substring(0, end).toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        return OptionalInt.of((int) (hash.getValue() % CODES) + 1);
    }

    private static boolean isOfName(int c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-';
    }
}
