package dev.threadline.ingestion.source.file;

import dev.threadline.ingestion.FormatErrors;
import java.nio.charset.StandardCharsets;
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

    private FirstBytes() {}

    /** A user error if the file is none that can be read line by line as UTF-8; {@code bytes} may be more than needed. */
    public static void check(SourceFile file, byte[] bytes) {
        BinaryKind.of(bytes).ifPresent(kind -> {
            throw kind == BinaryKind.GZIP && file.isPacked()
                    ? FormatErrors.packedTwice(file.path())
                    : FormatErrors.noText(file.path(), kind.called(), kind.cure());
        });
        WideEncoding.of(bytes, MOST).ifPresent(encoding -> {
            throw FormatErrors.encoding(file.path(), encoding.name(), encoding.iconv());
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
            throw FormatErrors.jsonList(file.path());
        }
        boolean isWhole = lines.length > 1 || bytes.length < MOST;
        if (isWhole && BROKEN_OBJECT.matcher(first).matches()) {
            throw FormatErrors.jsonOverLines(file.path());
        }
    }
}
