package dev.threadline.sample.language;

import dev.threadline.sample.chance.Dice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A small context-free grammar: rules in brackets, one alternative a line, {@code <rule>} inside a line for another
 * rule, a lone dash for nothing said. The names of {@link #FACTS} stand for the facts of the conversation.
 */
final class Grammar {

    private static final List<String> FACTS = List.of("order", "amount", "days", "agent");

    /** A piece of an alternative: words, a fact or another rule. */
    private interface Part {
        void say(StringBuilder out, Facts facts, Dice dice);
    }

    private final Map<String, Rule> rules = new HashMap<>();

    Grammar(List<String> lines) {
        Rule rule = new Rule();
        for (String line : lines) {
            if (line.startsWith("[")) {
                rule = rule(line.substring(1, line.length() - 1));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                rule.alternatives.add(parts(line.equals("-") ? "" : line.replace("\\n", "\n")));
            }
        }
        rules.forEach((name, defined) -> {
            if (defined.alternatives.isEmpty()) {
                throw new IllegalStateException("the grammar names <" + name + "> but has no [" + name + "]");
            }
        });
    }

    /** The rule of this name, to be said later. */
    Rule rule(String name) {
        return rules.computeIfAbsent(name, unseen -> new Rule());
    }

    boolean has(String name) {
        return rules.containsKey(name);
    }

    private List<Part> parts(String line) {
        List<Part> parts = new ArrayList<>();
        int from = 0;
        for (int open = line.indexOf('<'); open >= 0; open = line.indexOf('<', from)) {
            int close = line.indexOf('>', open);
            words(parts, line.substring(from, open));
            parts.add(reference(line.substring(open + 1, close)));
            from = close + 1;
        }
        words(parts, line.substring(from));
        return parts;
    }

    private static void words(List<Part> parts, String words) {
        if (!words.isEmpty()) {
            parts.add((out, facts, dice) -> out.append(words));
        }
    }

    private Part reference(String name) {
        if (name.equals("product")) {
            Rule products = rule(name);
            return (out, facts, dice) -> products.sayNumber(facts.product(), out, facts, dice);
        }
        return switch (FACTS.indexOf(name)) {
            case 0 -> (out, facts, dice) -> out.append(facts.order());
            case 1 -> (out, facts, dice) -> out.append(facts.amount());
            case 2 -> (out, facts, dice) -> out.append(facts.days());
            case 3 -> (out, facts, dice) -> out.append(facts.agent());
            default -> rule(name)::say;
        };
    }

    /** One rule with its alternatives. */
    static final class Rule {

        private final List<List<Part>> alternatives = new ArrayList<>();

        void say(StringBuilder out, Facts facts, Dice dice) {
            sayNumber(dice.below(alternatives.size()), out, facts, dice);
        }

        private void sayNumber(int number, StringBuilder out, Facts facts, Dice dice) {
            for (Part part : alternatives.get(number % alternatives.size())) {
                part.say(out, facts, dice);
            }
        }
    }
}
