package dev.threadline.ingestion;

import static dev.threadline.ingestion.IngestionErrors.ofFile;

import org.jspecify.annotations.Nullable;

/** What a file can be that it should not be: the problem, why, what to do. */
public final class FormatErrors {

    private FormatErrors() {}

    /** What is no text, whatever its name says. */
    public static UserError noText(String path, String kind, String cure) {
        return refused(path, "It is " + kind + ", and its name says otherwise", cure, null);
    }

    public static UserError packedTwice(String path) {
        return refused(path, "It is compressed by gzip twice", "Unpack it once with `gunzip`", null);
    }

    public static UserError noGzip(String path, Throwable cause) {
        return refused(
                path,
                "Its name ends in .gz, and it is not compressed by gzip",
                "Rename it if it is plain text, or fetch it again",
                cause);
    }

    public static UserError noParquet(String path, String kind, Throwable cause) {
        return refused(
                path,
                "Its name ends in .parquet, and it is " + kind,
                "Give it a name that says what it is, or fetch it again",
                cause);
    }

    public static UserError truncated(String path, Throwable cause) {
        return refused(
                path,
                "It is cut off or damaged: it cannot be unpacked to its end",
                "Fetch the file again, or leave it out",
                cause);
    }

    public static UserError encoding(String path, String encoding, String iconv) {
        return refused(
                path,
                "It is " + encoding + ", and logs are read as UTF-8",
                "Convert it with `iconv -f " + iconv + " -t utf-8`",
                null);
    }

    public static UserError jsonList(String path) {
        return refused(
                path,
                "It is one JSON list, and a record is one JSON object on a line of its own",
                "Convert it with `jq -c '.[]'`",
                null);
    }

    public static UserError jsonOverLines(String path) {
        return refused(
                path,
                "Its JSON objects go over several lines, and a record is one JSON object on a line of its own",
                "Convert it with `jq -c .`, or with `jq -c '.messages[]'` where the records are a list in a field of that name",
                null);
    }

    public static UserError jsonWrapped(String path, String list) {
        return refused(
                path,
                "It is one JSON object with its records in the list '" + list
                        + "', and a record is one JSON object on a line of its own",
                "Convert it with `jq -c '.\"" + list + "\"[]'`",
                null);
    }

    public static UserError csvColumnTwice(String path, String column) {
        return refused(
                path,
                "Its header names the column " + column + " twice, whatever the case of letters",
                "Rename or remove one of the two",
                null);
    }

    public static UserError parquetType(String path, String type, Throwable cause) {
        return ofFile(
                path,
                "It has a column of the type " + type + ", which Spark does not read",
                "Write it with instants in microseconds and other values as text",
                cause);
    }

    private static UserError refused(String path, String why, String cure, @Nullable Throwable cause) {
        return ofFile(path, why, cure + "; nothing of this run was taken in", cause);
    }
}
