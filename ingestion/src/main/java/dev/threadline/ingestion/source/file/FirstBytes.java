package dev.threadline.ingestion.source.file;

import dev.threadline.ingestion.IngestionErrors;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the beginning of a text file tells of the whole: a file of which every record would be refused for one and the same
 * reason is named, once, before any is read.
 */
public final class FirstBytes {

    /** So many are looked at. */
    static final int MOST = 1024;

    private static final String UTF_8_MARK = "\u00EF\u00BB\u00BF";

    /** A list of objects, or nothing but its bracket; a list of anything else is one bad record. */
    private static final Pattern LIST = Pattern.compile("\\[\\s*(?:\\{.*|\\])?", Pattern.DOTALL);

    /** An object that ends where people break lines: behind its brace, or behind that of its first field. */
    private static final Pattern BROKEN_OBJECT = Pattern.compile("\\{(?:.*:\\s*[\\[{])?", Pattern.DOTALL);

    /** Of a text with ASCII names at its beginning, UTF-16 makes nearly every other byte zero. */
    private static final int LEAST_SHARE_OF_ZEROS = 8;

    private FirstBytes() {}

    /** A user error if the file is none that can be read line by line as UTF-8; {@code bytes} may be more than needed. */
    public static void check(SourceFile file, byte[] bytes) {
        utf16(bytes).ifPresent(encoding -> {
            throw IngestionErrors.utf16(file.path(), encoding);
        });
        if (file.format() == SourceFormat.JSON_LINES) {
            checkFirstLine(file, bytes);
        }
    }

    private static void checkFirstLine(SourceFile file, byte[] bytes) {
        String beginning = new String(bytes, 0, Math.min(MOST, bytes.length), StandardCharsets.ISO_8859_1);
        String withoutMark = beginning.startsWith(UTF_8_MARK) ? beginning.substring(UTF_8_MARK.length()) : beginning;
        String[] lines = withoutMark.split("[\r\n]", 2);
        String first = lines[0].strip();
        if (LIST.matcher(first).matches()) {
            throw IngestionErrors.jsonList(file.path());
        }
        boolean isWhole = lines.length > 1 || bytes.length < MOST;
        if (isWhole && BROKEN_OBJECT.matcher(first).matches()) {
            throw IngestionErrors.jsonOverLines(file.path());
        }
    }

    /** The name of the encoding, for a conversion. */
    private static Optional<String> utf16(byte[] bytes) {
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            return Optional.of("utf-16");
        }
        int looked = Math.min(MOST, bytes.length);
        int[] zeros = new int[2];
        for (int i = 0; i < looked; i++) {
            zeros[i % 2] += bytes[i] == 0 ? 1 : 0;
        }
        boolean isUtf16 =
                Math.min(zeros[0], zeros[1]) == 0 && zeros[0] + zeros[1] > Math.max(1, looked / LEAST_SHARE_OF_ZEROS);
        return isUtf16 ? Optional.of(zeros[0] > 0 ? "utf-16be" : "utf-16le") : Optional.empty();
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length > 1 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }
}
