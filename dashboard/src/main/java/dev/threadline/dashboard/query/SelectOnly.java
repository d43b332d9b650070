package dev.threadline.dashboard.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.threadline.dashboard.error.DashboardErrors;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Lets one SELECT through and nothing else: DuckDB's own parser decides, because a folder that it may read is one that
 * COPY may write.
 */
public final class SelectOnly {

    private SelectOnly() {}

    /**
     * Refuses all but one query.
     *
     * @throws dev.threadline.dashboard.error.UserError if the text is anything else
     */
    public static void check(Connection connection, String query) throws SQLException {
        JsonNode parsed = parse(connection, query);
        if (parsed.path("error").asBoolean()) {
            boolean other = parsed.path("error_type").asText().equals("not implemented");
            String why = parsed.path("error_message").asText();
            throw other ? DashboardErrors.notOneQuery("this is another statement.") : DashboardErrors.badQuery(why);
        }
        int statements = parsed.path("statements").size();
        if (statements != 1) {
            throw DashboardErrors.notOneQuery("here are %d statements.".formatted(statements));
        }
        if (parsed.findValuesAsText("type").stream().anyMatch(SelectOnly::changesData)) {
            throw DashboardErrors.notOneQuery("a part of it changes data.");
        }
    }

    private static boolean changesData(String node) {
        return node.matches("(INSERT|UPDATE|DELETE|MERGE).*_NODE");
    }

    private static JsonNode parse(Connection connection, String query) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT json_serialize_sql(?::VARCHAR)::VARCHAR")) {
            statement.setString(1, query);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new ObjectMapper().readTree(row.getString(1));
            } catch (JsonProcessingException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
