package dev.threadline.dashboard.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A map of the configuration. A mistake is noted, and reading goes on, so that all are told at once. */
public final class Section {

    /** Turns the text of a value into what it means; its exception's message says what to write instead. */
    public interface Parser<T> {
        T parse(String text);
    }

    private final String path;
    private final JsonNode node;
    private final List<String> problems;
    private final Set<String> known = new TreeSet<>();

    private Section(String path, JsonNode node, List<String> problems) {
        this.path = path;
        this.node = node;
        this.problems = problems;
        if (!node.isMissingNode() && !node.isNull() && !node.isObject()) {
            problems.add((path.isEmpty() ? "the file" : path) + ": expected keys with values here");
        }
    }

    /** The whole file; problems are added to the list. */
    public static Section top(JsonNode file, List<String> problems) {
        return new Section("", file, problems);
    }

    /** Whether the key is written. */
    public boolean has(String key) {
        return !value(key).isMissingNode();
    }

    /** The keys that are written, in the order of the file. */
    public List<String> keys() {
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    public Optional<String> text(String key) {
        return text(key, written -> written);
    }

    /** What a text means; nothing where the key is missing or its value is a mistake. */
    public <T> Optional<T> text(String key, Parser<T> parser) {
        return has(key) ? parse(value(key), pathOf(key), parser) : Optional.empty();
    }

    /** As {@link #text(String, Parser)}, and a mistake where the key is missing. */
    public <T> Optional<T> required(String key, Parser<T> parser, String cure) {
        if (!has(key)) {
            mistake("%s is missing: %s".formatted(key, cure));
        }
        return text(key, parser);
    }

    /** The texts of a list, or one text; those that are mistakes are left out. */
    public <T> List<T> texts(String key, Parser<T> parser) {
        JsonNode value = value(key);
        if (!value.isArray()) {
            return text(key, parser).stream().toList();
        }
        List<T> parsed = new ArrayList<>();
        value.forEach(item -> parse(item, pathOf(key), parser).ifPresent(parsed::add));
        return parsed;
    }

    public boolean truth(String key, boolean fallback) {
        JsonNode value = value(key);
        if (!value.isMissingNode() && !value.isBoolean()) {
            problems.add("%s: must be true or false, not %s".formatted(pathOf(key), value));
        }
        return value.asBoolean(fallback);
    }

    /** The map under a key; without keys where there is none. */
    public Section section(String key) {
        return new Section(pathOf(key), value(key), problems);
    }

    /** The maps of a list. */
    public List<Section> sections(String key) {
        JsonNode value = value(key);
        if (!value.isMissingNode() && !value.isArray()) {
            problems.add(pathOf(key) + ": expected a list, each entry beginning with a dash");
        }
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < (value.isArray() ? value.size() : 0); i++) {
            sections.add(new Section("%s[%d]".formatted(pathOf(key), i + 1), value.get(i), problems));
        }
        return sections;
    }

    /** Notes a mistake of the map as a whole. */
    public void mistake(String whyAndCure) {
        problems.add((path.isEmpty() ? "" : path + ": ") + whyAndCure);
    }

    /** Notes every key that nobody asked for; to be called last. */
    public void refuseUnknownKeys() {
        keys().stream()
                .filter(key -> !known.contains(key))
                .forEach(
                        key -> problems.add("%s: unknown; %s".formatted(pathOf(key), Suggestions.instead(key, known))));
    }

    private JsonNode value(String key) {
        known.add(key);
        JsonNode value = node.path(key);
        return value.isNull() ? MissingNode.getInstance() : value;
    }

    private <T> Optional<T> parse(JsonNode value, String at, Parser<T> parser) {
        if (!value.isValueNode() || value.asText().isBlank()) {
            problems.add(at + ": expected a text");
            return Optional.empty();
        }
        try {
            return Optional.of(parser.parse(value.asText().strip()));
        } catch (IllegalArgumentException bad) {
            problems.add("%s: %s".formatted(at, bad.getMessage()));
            return Optional.empty();
        }
    }

    private String pathOf(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
