package dev.threadline.jobs.erasure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/** Looks for words in everything that lies in a folder: in names, in bytes, and in the values of Parquet files. */
final class Traces {

    private Traces() {}

    /** Those of the words that are somewhere. */
    static List<String> of(List<String> words, Path folder) throws IOException, SQLException {
        StringBuilder everything = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder);
                Connection duckDb = DriverManager.getConnection("jdbc:duckdb:")) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                everything.append(file).append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
                if (file.toString().endsWith(".parquet")) {
                    everything.append(values(duckDb, file));
                }
            }
        }
        return words.stream().filter(word -> everything.indexOf(word) >= 0).toList();
    }

    /** They are compressed and encoded in the file. */
    private static String values(Connection duckDb, Path file) throws SQLException {
        try (Statement statement = duckDb.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT string_agg(CAST(r AS VARCHAR)) FROM read_parquet('%s') r".formatted(file))) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }
}
