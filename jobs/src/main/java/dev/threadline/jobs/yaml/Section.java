package dev.threadline.jobs.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * A map of the file. Values are read as the text that was written, whatever YAML would make of it: {@code 09:00} is no
 * number here, {@code no} no truth value. A mistake is noted, and reading goes on with a fallback.
 */
public final class Section {

    private final String path;
    private final int line;
    private final Problems problems;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Set<String> known = new TreeSet<>();
    private boolean sound = true;

    private Section(String path, int line, Problems problems) {
        this.path = path;
        this.line = line;
        this.problems = problems;
    }

    /** The map of the whole file; without keys if the file is empty. */
    static Section top(@Nullable Node node, Problems problems) {
        return of(new Entry(1, node), "", problems);
    }

    private static Section of(Entry entry, String path, Problems problems) {
        Section section = new Section(path, entry.line, problems);
        if (entry.value instanceof MappingNode map) {
            map.getValue().forEach(section::put);
        } else if (entry.value != null && !entry.isEmpty()) {
            section.note(lineOf(entry.value), path, YamlErrors.notAMap());
        }
        return section;
    }

    private void put(NodeTuple tuple) {
        int keyLine = lineOf(tuple.getKeyNode());
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
            note(keyLine, path, YamlErrors.keyIsNoText());
            return;
        }
        @Nullable Entry first = entries.putIfAbsent(key.getValue(), new Entry(keyLine, tuple.getValueNode()));
        if (first != null) {
            note(keyLine, pathOf(key.getValue()), YamlErrors.duplicateKey(first.line));
        }
    }

    /** The value of a key, or the fallback where the key is missing or its value is a mistake. */
    public <T> T value(String key, T fallback, ValueParser<T> parser) {
        known.add(key);
        @Nullable Entry entry = entries.get(key);
        if (entry == null || entry.value == null) {
            return fallback;
        }
        List<T> parsed = parse(entry.value, pathOf(key), parser);
        return parsed.isEmpty() ? fallback : parsed.get(0);
    }

    /** As {@link #value}, and a mistake where the key is missing. */
    public <T> T required(String key, T fallback, ValueParser<T> parser, String cure) {
        if (!entries.containsKey(key)) {
            mistake(YamlErrors.missingKey(key, cure));
        }
        return value(key, fallback, parser);
    }

    /** The values of a list, or of one value without brackets; those that are mistakes are left out. */
    public <T> List<T> values(String key, ValueParser<T> parser) {
        known.add(key);
        @Nullable Entry entry = entries.get(key);
        if (entry == null || entry.value == null || entry.isEmpty()) {
            return List.of();
        }
        List<Node> items = entry.value instanceof SequenceNode list ? list.getValue() : List.of(entry.value);
        List<T> parsed = new ArrayList<>();
        items.forEach(item -> parsed.addAll(parse(item, pathOf(key), parser)));
        return parsed;
    }

    /** The map under a key; without keys if there is none. */
    public Section section(String key) {
        known.add(key);
        return of(entries.getOrDefault(key, new Entry(line, null)), pathOf(key), problems);
    }

    /** The keys that were written, in the order of the file. */
    public List<String> keys() {
        return List.copyOf(entries.keySet());
    }

    /** What a key stands for where keys are values themselves, or the fallback if it stands for nothing. */
    public <T> T key(String key, T fallback, ValueParser<T> parser) {
        try {
            return parser.parse(key);
        } catch (BadValue e) {
            note(entries.getOrDefault(key, new Entry(line, null)).line, path, e.whyAndCure());
            return fallback;
        }
    }

    /** Notes a mistake of the map as a whole. */
    public void mistake(String whyAndCure) {
        note(line, path, whyAndCure);
    }

    /** Whether no mistake was noted in this map; maps inside it answer for themselves. */
    public boolean isSound() {
        return sound;
    }

    /** Passes over keys that another reader of the file answers for. */
    public void leave(Collection<String> keys) {
        known.addAll(keys);
    }

    /** Notes every key that nobody asked for; to be called last. */
    public void refuseUnknownKeys() {
        entries.forEach((key, entry) -> {
            if (!known.contains(key)) {
                note(entry.line, path, YamlErrors.unknownKey(key, known));
            }
        });
    }

    /** One value, or none after a mistake. */
    private <T> List<T> parse(Node node, String valuePath, ValueParser<T> parser) {
        try {
            if (!(node instanceof ScalarNode scalar)) {
                throw YamlErrors.notOneValue();
            }
            if (node.getTag().equals(Tag.NULL) || scalar.getValue().isBlank()) {
                throw YamlErrors.noValue();
            }
            return List.of(parser.parse(scalar.getValue().strip()));
        } catch (BadValue e) {
            note(lineOf(node), valuePath, e.whyAndCure());
            return List.of();
        }
    }

    private void note(int atLine, String atPath, String whyAndCure) {
        sound = false;
        problems.add(atLine, atPath, whyAndCure);
    }

    private String pathOf(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    /** What stands under a key, and the key's line. */
    private record Entry(int line, @Nullable Node value) {

        boolean isEmpty() {
            return value == null || value.getTag().equals(Tag.NULL);
        }
    }
}
