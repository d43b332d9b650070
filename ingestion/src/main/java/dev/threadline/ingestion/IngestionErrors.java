package dev.threadline.ingestion;

/** Every mistake of a user's that this module can meet: the problem, why, what to do. */
public final class IngestionErrors {

    private IngestionErrors() {}

    public static UserError missingTable(String warehouse, String table) {
        return new UserError(
                "The warehouse " + warehouse + " has no table '" + table + "'",
                "Nothing has been written there yet, or it is another folder",
                "Run `threadline run --input PATH --warehouse DIR` to make one, or name the right folder");
    }
}
