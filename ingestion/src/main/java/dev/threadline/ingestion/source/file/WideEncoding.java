package dev.threadline.ingestion.source.file;

import java.util.Optional;

/** Text of two or four bytes a character, by its mark or by the zeros that ASCII has there. */
record WideEncoding(String name, String iconv) {

    /** Of a text with ASCII names at its beginning, UTF-16 makes nearly every other byte zero. */
    private static final int LEAST_SHARE_OF_ZEROS = 8;

    /** The encoding of a text that begins so; empty if it has none of these. */
    static Optional<WideEncoding> of(byte[] bytes, int most) {
        return marked(bytes).or(() -> unmarked(bytes, Math.min(most, bytes.length)));
    }

    private static Optional<WideEncoding> marked(byte[] bytes) {
        if (begins(bytes, 0xFF, 0xFE, 0, 0) || begins(bytes, 0, 0, 0xFE, 0xFF)) {
            return Optional.of(new WideEncoding("UTF-32", "utf-32"));
        }
        return begins(bytes, 0xFF, 0xFE) || begins(bytes, 0xFE, 0xFF)
                ? Optional.of(new WideEncoding("UTF-16", "utf-16"))
                : Optional.empty();
    }

    private static Optional<WideEncoding> unmarked(byte[] bytes, int looked) {
        int[] zeros = new int[4];
        for (int i = 0; i < looked; i++) {
            zeros[i % 4] += bytes[i] == 0 ? 1 : 0;
        }
        // Of four bytes at least two are zero in every character, one more in those of ASCII, and one in none.
        int least = Math.max(2, looked / 4);
        if (zeros[0] == 0 && zeros[1] > 0 && zeros[2] >= least && zeros[3] >= least) {
            return Optional.of(new WideEncoding("UTF-32", "utf-32le"));
        }
        if (zeros[3] == 0 && zeros[2] > 0 && zeros[1] >= least && zeros[0] >= least) {
            return Optional.of(new WideEncoding("UTF-32", "utf-32be"));
        }
        int even = zeros[0] + zeros[2];
        int odd = zeros[1] + zeros[3];
        boolean isUtf16 = Math.min(even, odd) == 0 && even + odd > Math.max(1, looked / LEAST_SHARE_OF_ZEROS);
        return isUtf16 ? Optional.of(new WideEncoding("UTF-16", even > 0 ? "utf-16be" : "utf-16le")) : Optional.empty();
    }

    private static boolean begins(byte[] bytes, int... expected) {
        if (bytes.length < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((bytes[i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
