package dev.threadline.ingestion.warehouse;

/** Names of files as Spark's readers take them. */
public final class SparkPaths {

    private SparkPaths() {}

    /** Spark takes a path for a glob; here it is the name of one file. */
    public static String literal(String path) {
        return path.replaceAll("([\\\\{}\\[\\]*?])", "\\\\$1");
    }
}
