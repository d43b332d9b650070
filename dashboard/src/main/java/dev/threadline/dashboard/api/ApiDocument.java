package dev.threadline.dashboard.api;

import dev.threadline.dashboard.access.Audience;
import dev.threadline.dashboard.access.Role;
import dev.threadline.dashboard.access.Rules;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The API in the words of OpenAPI 3.1, made from what its handlers say of themselves. */
public final class ApiDocument {

    /** The columns of the rows that a member holds, by the name and type that the database gives them. */
    public interface Columns {
        Map<String, String> of(Member member) throws SQLException;
    }

    private final String version;
    private final boolean signedIn;

    /**
     * A document of a release.
     *
     * @param signedIn whether visitors sign in
     */
    public ApiDocument(String version, boolean signedIn) {
        this.version = version;
        this.signedIn = signedIn;
    }

    /** All operations, as a tree for JSON. */
    public Map<String, Object> of(List<Operation> operations, Columns columns) throws SQLException {
        Map<String, Object> paths = new LinkedHashMap<>();
        for (Operation operation : operations) {
            paths.put(operation.path(), Map.of("get", operation(operation, columns)));
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.0");
        document.put("info", info());
        document.put("servers", List.of(Map.of("url", "/")));
        document.put("paths", paths);
        document.put("components", components());
        if (signedIn) {
            document.put("security", List.of(Map.of("session", List.of())));
        }
        return document;
    }

    /** The roles that may ask. */
    public static String roles(Operation operation) {
        Audience audience = Rules.of(operation.path());
        return Arrays.stream(Role.values())
                .filter(audience::admits)
                .map(Role::word)
                .collect(Collectors.joining(", "));
    }

    private Map<String, Object> info() {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("title", "Threadline");
        info.put("version", version);
        info.put(
                "description",
                "Numbers of conversations as the newest publication has them. Durations are milliseconds, instants are"
                        + " UTC, dates are in the report zone, ranges are half-open. NULL was not observed and is not 0."
                        + " Answers carry an ETag of the publication.");
        info.put("license", Map.of("name", "Apache-2.0", "identifier", "Apache-2.0"));
        return info;
    }

    private Map<String, Object> operation(Operation operation, Columns columns) throws SQLException {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("operationId", operation.id());
        tree.put("summary", operation.summary());
        tree.put("description", "Roles: " + roles(operation));
        tree.put(
                "parameters",
                operation.parameters().stream().map(ApiDocument::parameter).toList());
        tree.put("responses", responses(operation, columns));
        if (Rules.of(operation.path()) == Audience.ANYBODY) {
            tree.put("security", List.of());
        }
        return tree;
    }

    private static Map<String, Object> parameter(ApiParameter parameter) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", parameter.name());
        tree.put("in", parameter.place());
        tree.put("required", parameter.place().equals("path"));
        tree.put("description", parameter.description());
        tree.put("schema", parameter.schema());
        return tree;
    }

    private Map<String, Object> responses(Operation operation, Columns columns) throws SQLException {
        Map<String, Object> content = new LinkedHashMap<>();
        for (String format : operation.formats()) {
            boolean json = format.equals(Operation.JSON);
            content.put(format, Map.of("schema", json ? answer(operation, columns) : Map.of("type", "string")));
        }
        Map<String, Object> responses = new LinkedHashMap<>();
        responses.put("200", Map.of("description", operation.summary(), "content", content));
        List<String> problems = new ArrayList<>(List.of("400", "404", "503"));
        if (signedIn && Rules.of(operation.path()) != Audience.ANYBODY) {
            problems.addAll(List.of("401", "403"));
        }
        problems.stream()
                .sorted()
                .forEach(status -> responses.put(status, Map.of("$ref", "#/components/responses/" + status)));
        return responses;
    }

    private static Map<String, Object> answer(Operation operation, Columns columns) throws SQLException {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Member member : operation.members()) {
            properties.put(member.name(), member(member, columns));
        }
        return Map.of("allOf", List.of(Map.of("$ref", "#/components/schemas/Answer"), object(properties)));
    }

    private static Map<String, Object> member(Member member, Columns columns) throws SQLException {
        Map<String, Object> schema = new LinkedHashMap<>(member.schema());
        if (member.rowsOf().isPresent()) {
            Map<String, Object> properties = new LinkedHashMap<>();
            columns.of(member).forEach((column, type) -> properties.put(column, ColumnSchema.of(column, type)));
            if (member.isList()) {
                schema.put("items", object(properties));
            } else {
                schema.put("properties", properties);
            }
        }
        schema.put("description", member.description());
        return schema;
    }

    private static Map<String, Object> object(Map<String, Object> properties) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", "object");
        object.put("properties", properties);
        return object;
    }

    private Map<String, Object> components() {
        Map<String, Object> components = new LinkedHashMap<>();
        components.put("schemas", Map.of("Answer", Schemas.answer(), "Problem", Schemas.problem()));
        components.put("responses", Schemas.problems());
        if (signedIn) {
            components.put("securitySchemes", Map.of("session", Schemas.session()));
        }
        return components;
    }
}
