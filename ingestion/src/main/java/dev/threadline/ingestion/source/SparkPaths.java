package dev.threadline.ingestion.source;

/** Names of files as Spark's readers take them. */
final class SparkPaths {

    private SparkPaths() {}

    /** Spark takes a path for a glob; here it is the name of one file. */
    static String literal(SourceFile file) {
        return file.location().toString().replaceAll("([\\\\{}\\[\\]*?])", "\\\\$1");
    }
}
