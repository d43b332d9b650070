package dev.threadline.dashboard.query;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A query file with places for what is asked.
 *
 * <ul>
 *   <li>{@code :name} binds a value; nothing a reader sends becomes SQL text.
 *   <li>{@code {clock}} and {@code {grain}} stand between parts of names; only the enums' words can get there. What
 *       stands for any other {@code {word}} may itself have places.
 *   <li>{@code {use: name}} is a part that {@link SharedSql several queries share}.
 *   <li>{@code {filters: channel team}} becomes the conditions on these of the filters that are set, or {@code true}.
 * </ul>
 */
public final class SqlTemplate {

    private static final Pattern PLACE =
            Pattern.compile("\\{filters: (?<filters>[a-z ]+)}|\\{(?<word>[a-z_]+)}|(?<!:):(?<value>[a-z_]+)");

    private static final Set<String> PERIOD = Set.of("from", "until", "from_date", "until_date");

    /** The values that are tables of their own: arrays in JSON. */
    private static final Set<String> TABLES = Set.of("targets", "cells");

    private final String name;
    private final String about;
    private final String text;
    private final Set<Filter> filters = EnumSet.noneOf(Filter.class);
    private final Set<String> values = new TreeSet<>();

    private SqlTemplate(String name, String about, String text) {
        this.name = name;
        this.about = about;
        this.text = text;
        Matcher place = PLACE.matcher(text);
        while (place.find()) {
            if (place.group("filters") != null) {
                FilterCondition.named(place.group("filters")).forEach(condition -> filters.add(condition.filter()));
            } else if (place.group("value") != null) {
                values.add(place.group("value"));
            }
        }
    }

    /** The template in {@code <name>.sql}. */
    public static SqlTemplate of(String name) {
        return new SqlTemplate(name, SqlFile.about(name), SqlFile.text(name));
    }

    public String name() {
        return name;
    }

    /** The same with a text in place of {@code {word}}. */
    public SqlTemplate with(String word, String replacement) {
        return new SqlTemplate(name, about, text.replace("{" + word + "}", replacement));
    }

    /** What its rows are: the first sentence of the file. */
    public String about() {
        return about;
    }

    /** Whether it asks about a period. */
    public boolean asksForPeriod() {
        return values.stream().anyMatch(PERIOD::contains);
    }

    /** Whether it asks for a value. */
    public boolean asksFor(String value) {
        return values.contains(value);
    }

    /** Whether a word stands for a part of it. */
    public boolean asksForWord(String word) {
        return text.contains("{" + word + "}");
    }

    /** Whether its durations can be elapsed or business time. */
    public boolean knowsBothClocks() {
        return asksForWord("clock");
    }

    /** The query without values: it can be described, but answers nothing. */
    public BoundSql unasked(Filters asked, Map<String, String> words) {
        Map<String, @Nullable Object> nothing = new HashMap<>();
        values.forEach(value -> nothing.put(value, null));
        // What is read as a table has no columns where it is null.
        values.stream().filter(TABLES::contains).forEach(table -> nothing.put(table, "[]"));
        return bind(asked, words, nothing);
    }

    /** The clock of its durations: the one asked for, where it knows both. */
    public Clock clock(Filters asked) {
        return knowsBothClocks() ? asked.clock() : Clock.WALL;
    }

    /** The filters that this query honours. */
    public Set<Filter> filters() {
        return Set.copyOf(filters);
    }

    /**
     * The query for a question.
     *
     * @param words what replaces {@code {word}}, beyond clock and grain; never anything a reader sent
     * @param values what is bound to {@code :value}, beyond the period
     */
    public BoundSql bind(Filters asked, Map<String, String> words, Map<String, ? extends @Nullable Object> values) {
        List<@Nullable Object> bound = new ArrayList<>();
        return new BoundSql(filledIn(text, asked, words, values, bound), bound);
    }

    private String filledIn(
            String part,
            Filters asked,
            Map<String, String> words,
            Map<String, ? extends @Nullable Object> values,
            List<@Nullable Object> bound) {
        StringBuilder sql = new StringBuilder();
        Matcher place = PLACE.matcher(part);
        while (place.find()) {
            place.appendReplacement(sql, Matcher.quoteReplacement(replacement(place, asked, words, values, bound)));
        }
        return place.appendTail(sql).toString();
    }

    private String replacement(
            Matcher place,
            Filters asked,
            Map<String, String> words,
            Map<String, ? extends @Nullable Object> values,
            List<@Nullable Object> bound) {
        String filterNames = place.group("filters");
        if (filterNames != null) {
            return conditions(filterNames, asked, bound);
        }
        String word = place.group("word");
        if (word != null) {
            return filledIn(word(word, asked, words), asked, words, values, bound);
        }
        bound.add(value(place.group("value"), asked.period(), values));
        return "?";
    }

    private static String conditions(String words, Filters asked, List<@Nullable Object> bound) {
        List<String> conditions = new ArrayList<>();
        for (FilterCondition condition : FilterCondition.named(words)) {
            List<String> chosen = asked.values(condition.filter());
            if (!chosen.isEmpty()) {
                conditions.add(condition.sql(chosen.size()));
                bound.addAll(chosen);
            }
        }
        return conditions.isEmpty() ? "true" : String.join(" AND ", conditions);
    }

    private String word(String word, Filters asked, Map<String, String> words) {
        return switch (word) {
            case "clock" -> asked.clock().columnInfix();
            case "grain" -> asked.grain().name().toLowerCase(Locale.ROOT);
            default -> {
                String given = words.get(word);
                if (given == null) {
                    throw new IllegalArgumentException(name + ".sql: nothing is given for {" + word + "}");
                }
                yield given;
            }
        };
    }

    private @Nullable Object value(String value, Period period, Map<String, ? extends @Nullable Object> values) {
        return switch (value) {
            case "from" -> period.fromInstant();
            case "until" -> period.untilInstant();
            case "from_date" -> period.from();
            case "until_date" -> period.until();
            case "zone" -> period.zone().getId();
            default -> {
                if (!values.containsKey(value)) {
                    throw new IllegalArgumentException(name + ".sql: nothing is given for :" + value);
                }
                yield values.get(value);
            }
        };
    }
}
