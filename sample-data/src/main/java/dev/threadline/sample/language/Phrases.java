package dev.threadline.sample.language;

import dev.threadline.sample.chance.Dice;
import dev.threadline.sample.operation.Language;
import dev.threadline.sample.operation.Topic;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Says lines in one language. */
public final class Phrases {

    private final Map<Line, Map<Topic, Grammar.Rule>> rules = new EnumMap<>(Line.class);

    private Phrases(Grammar grammar) {
        for (Line line : Line.values()) {
            Map<Topic, Grammar.Rule> byTopic = new EnumMap<>(Topic.class);
            rules.put(line, byTopic);
            for (Topic topic : Topic.values()) {
                String name = line.perTopic() ? line.rule() + "." + topic.id() : line.rule();
                if (!grammar.has(name)) {
                    throw new IllegalStateException("the grammar has no [" + name + "]");
                }
                byTopic.put(topic, grammar.rule(name));
            }
        }
    }

    /** The phrases of a language, read from the grammar beside this class. */
    public static Phrases of(Language language) {
        return new Phrases(new Grammar(lines(language.code() + ".txt")));
    }

    private static List<String> lines(String resource) {
        try (InputStream in = Objects.requireNonNull(Phrases.class.getResourceAsStream(resource), resource);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Says a line about a topic. */
    public void say(Line line, Topic topic, Facts facts, Dice dice, StringBuilder out) {
        Objects.requireNonNull(Objects.requireNonNull(rules.get(line)).get(topic))
                .say(out, facts, dice);
    }
}
