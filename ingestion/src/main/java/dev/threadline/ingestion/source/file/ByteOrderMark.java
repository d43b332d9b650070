package dev.threadline.ingestion.source.file;

/** What some programs write before a text to say that it is UTF-8; it is no part of the text. */
public final class ByteOrderMark {

    private static final String MARK = "\uFEFF";

    private ByteOrderMark() {}

    /** The text without the mark, if it begins with one. */
    public static String removed(String text) {
        return text.startsWith(MARK) ? text.substring(1) : text;
    }
}
