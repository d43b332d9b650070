package dev.threadline.ingestion.warehouse;

/** Places of files in the text of a statement for Spark, whatever characters their names have. */
public final class SparkSql {

    private SparkSql() {}

    /** A Delta table by the place where it lies. */
    public static String table(String location) {
        return "delta.`" + location.replace("`", "``") + '`';
    }

    /** A text as it stands between the quotes of a literal. */
    public static String inQuotes(String text) {
        return text.replace("\\", "\\\\").replace("'", "\\'");
    }
}
