package dev.threadline.dashboard.access;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Passwords as bcrypt hashes. */
public final class Passwords {

    /** A quarter of a second of work, for us once and for a guesser each time. */
    private static final int COST = 12;

    private static final int FEWEST_CHARACTERS = 8;
    /** All that bcrypt takes in. */
    private static final int MOST_BYTES = 72;

    private static final Pattern HASH = Pattern.compile("\\$2[aby]?\\$\\d\\d\\$[./A-Za-z0-9]{53}");
    private static final String OF_NOBODY = hashOf("nobody has it".toCharArray());

    private Passwords() {}

    /**
     * The hash to write into the configuration.
     *
     * @throws IllegalArgumentException if it is too short to keep anybody out, or longer than bcrypt reads
     */
    public static String hash(char[] password) {
        if (password.length < FEWEST_CHARACTERS) {
            throw new IllegalArgumentException(
                    "it has %d characters; choose at least %d".formatted(password.length, FEWEST_CHARACTERS));
        }
        if (isTooLong(password)) {
            throw new IllegalArgumentException(
                    "it is longer than the %d bytes that bcrypt reads".formatted(MOST_BYTES));
        }
        return hashOf(password);
    }

    /** Whether the hash is that of the password; without a hash as slow and false, so that names cannot be tried out. */
    static boolean matches(char[] password, Optional<String> hash) {
        if (isTooLong(password)) {
            return false;
        }
        boolean same = BCrypt.verifyer().verify(password, hash.orElse(OF_NOBODY)).verified;
        return same && hash.isPresent();
    }

    static String checkHash(String text) {
        if (!HASH.matcher(text).matches()) {
            throw new IllegalArgumentException("this is no bcrypt hash; make one with `./threadline password`");
        }
        return text;
    }

    private static String hashOf(char[] password) {
        return BCrypt.withDefaults().hashToString(COST, password);
    }

    private static boolean isTooLong(char[] password) {
        return new String(password).getBytes(StandardCharsets.UTF_8).length > MOST_BYTES;
    }
}
