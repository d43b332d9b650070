package dev.threadline.dashboard.result;

import java.io.IOException;
import java.io.Writer;
import java.sql.ResultSet;
import java.sql.SQLException;

/** How the rows of a query are written; named as users write it. */
public enum ResultFormat {
    /** Aligned columns for reading. */
    table {
        @Override
        public void write(ResultSet rows, Writer out) throws SQLException, IOException {
            TableText.write(rows, out);
        }
    },
    /** RFC 4180 with a header; instants are ISO-8601, NULL is empty. */
    csv {
        @Override
        public void write(ResultSet rows, Writer out) throws SQLException, IOException {
            CsvText.write(rows, out);
        }
    },
    /** An array of objects, one row per line. */
    json {
        @Override
        public void write(ResultSet rows, Writer out) throws SQLException, IOException {
            JsonText.write(rows, out);
        }
    };

    /** Writes all rows; leaves the writer open. */
    public abstract void write(ResultSet rows, Writer out) throws SQLException, IOException;
}
