package dev.threadline.dashboard.api;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A parameter of an address, as the document describes it.
 *
 * @param place {@code query} or {@code path}
 * @param schema in JSON Schema
 */
public record ApiParameter(String name, String place, String description, Map<String, Object> schema) {

    public ApiParameter {
        schema = new LinkedHashMap<>(schema);
    }

    /** One of a few words. */
    public static <E extends Enum<E>> ApiParameter choice(String name, E standard, String description) {
        List<String> words = Arrays.stream(standard.getDeclaringClass().getEnumConstants())
                .map(ApiParameter::word)
                .toList();
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "string");
        schema.put("enum", words);
        schema.put("default", word(standard));
        return new ApiParameter(name, "query", description, schema);
    }

    /** A whole number from {@code least} to {@code most}. */
    public static ApiParameter number(String name, long least, long most, String description) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "integer");
        schema.put("minimum", least);
        schema.put("maximum", most);
        return new ApiParameter(name, "query", description, schema);
    }

    /** A text; the format is one of JSON Schema's, such as {@code date}. */
    public static ApiParameter formatted(String name, String format, String description) {
        return new ApiParameter(name, "query", description, Map.of("type", "string", "format", format));
    }

    public static ApiParameter text(String name, String description) {
        return new ApiParameter(name, "query", description, Map.of("type", "string"));
    }

    /**
     * Texts; the parameter is repeated.
     *
     * @param words the only ones that are known, where it is no name
     */
    public static ApiParameter texts(String name, List<String> words, String description) {
        Map<String, Object> items =
                words.isEmpty() ? Map.of("type", "string") : Map.of("type", "string", "enum", words);
        return new ApiParameter(name, "query", description, Map.of("type", "array", "items", items));
    }

    /** The part of the address that is in braces. */
    public static ApiParameter inPath(String name, String description) {
        return new ApiParameter(name, "path", description, Map.of("type", "string"));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
