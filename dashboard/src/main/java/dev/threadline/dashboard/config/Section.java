package dev.threadline.dashboard.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A map of the configuration. Values are read as the text that was written, whatever YAML would make of it: an agent
 * {@code 007} is not the agent 7. A mistake is noted with its line, and reading goes on, so that all are told at once.
 */
public final class Section {

    /** Turns the text of a value into what it means; its exception's message says what to write instead. */
    public interface Parser<T> {
        T parse(String text);
    }

    private final String path;
    private final List<String> problems;
    private final Optional<Node> place;
    private final Map<String, NodeTuple> entries = new LinkedHashMap<>();
    private final Set<String> known = new TreeSet<>();

    private Section(String path, @Nullable Node node, List<String> problems) {
        this.path = path;
        this.problems = problems;
        this.place = Optional.ofNullable(node);
        if (node instanceof MappingNode map) {
            map.getValue().forEach(this::put);
        } else if (node != null && !isNothing(node)) {
            note(node, path.isEmpty() ? "the file" : path, "expected keys with values here");
        }
    }

    /** The whole file, none where it is empty; problems are added to the list. */
    static Section top(@Nullable Node file, List<String> problems) {
        return new Section("", file, problems);
    }

    private void put(NodeTuple entry) {
        String key = entry.getKeyNode() instanceof ScalarNode name ? name.getValue() : "";
        if (key.isEmpty()) {
            note(entry.getKeyNode(), path, "a key must be plain text");
        } else if (entries.putIfAbsent(key, entry) != null) {
            note(entry.getKeyNode(), pathOf(key), "this key is given twice; remove one of the two");
        }
    }

    /** Whether the key is written. */
    public boolean has(String key) {
        return value(key).isPresent();
    }

    /** The keys that are written, in the order of the file. */
    public List<String> keys() {
        return List.copyOf(entries.keySet());
    }

    public Optional<String> text(String key) {
        return text(key, written -> written);
    }

    /** What a text means; nothing where the key is missing or its value is a mistake. */
    public <T> Optional<T> text(String key, Parser<T> parser) {
        return value(key).flatMap(node -> parse(node, pathOf(key), parser));
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
        List<T> parsed = new ArrayList<>();
        for (Node item : value(key).map(Section::items).orElse(List.of())) {
            parse(item, pathOf(key), parser).ifPresent(parsed::add);
        }
        return parsed;
    }

    public boolean truth(String key, boolean fallback) {
        return text(key, Section::truth).orElse(fallback);
    }

    /** The map under a key; without keys where there is none. */
    public Section section(String key) {
        return new Section(pathOf(key), value(key).orElse(null), problems);
    }

    /** The maps of a list. */
    public List<Section> sections(String key) {
        List<Section> sections = new ArrayList<>();
        Optional<Node> value = value(key);
        if (value.isPresent() && value.get() instanceof SequenceNode list) {
            for (Node entry : list.getValue()) {
                sections.add(new Section("%s[%d]".formatted(pathOf(key), sections.size() + 1), entry, problems));
            }
        } else if (value.isPresent()) {
            note(value.get(), pathOf(key), "expected a list, each entry beginning with a dash");
        }
        return sections;
    }

    /** Notes a mistake of the map as a whole. */
    public void mistake(String whyAndCure) {
        problems.add(place.map(Section::line).orElse("") + named(path, whyAndCure));
    }

    private void note(Node node, String at, String whyAndCure) {
        problems.add(line(node) + named(at, whyAndCure));
    }

    private static String line(Node node) {
        return "line %d: ".formatted(node.getStartMark().getLine() + 1);
    }

    private static String named(String at, String whyAndCure) {
        return at.isEmpty() ? whyAndCure : at + ": " + whyAndCure;
    }

    /** Passes over keys that another reader of the file answers for. */
    public void leave(Collection<String> keys) {
        known.addAll(keys);
    }

    /** Notes every key that nobody asked for; to be called last. */
    public void refuseUnknownKeys() {
        entries.forEach((key, entry) -> {
            if (!known.contains(key)) {
                note(entry.getKeyNode(), pathOf(key), "unknown; " + Suggestions.instead(key, known));
            }
        });
    }

    private Optional<Node> value(String key) {
        known.add(key);
        return Optional.ofNullable(entries.get(key))
                .map(NodeTuple::getValueNode)
                .filter(node -> !isNothing(node));
    }

    private static List<Node> items(Node node) {
        return node instanceof SequenceNode list ? list.getValue() : List.of(node);
    }

    private <T> Optional<T> parse(Node node, String at, Parser<T> parser) {
        if (isNothing(node)
                || !(node instanceof ScalarNode text)
                || text.getValue().isBlank()) {
            note(node, at, "expected a text");
            return Optional.empty();
        }
        try {
            return Optional.of(parser.parse(text.getValue().strip()));
        } catch (IllegalArgumentException bad) {
            note(node, at, String.valueOf(bad.getMessage()));
            return Optional.empty();
        }
    }

    private static boolean truth(String text) {
        if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
            throw new IllegalArgumentException("must be true or false, not " + text);
        }
        return Boolean.parseBoolean(text);
    }

    private static boolean isNothing(Node node) {
        return node.getTag().equals(Tag.NULL);
    }

    private String pathOf(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
