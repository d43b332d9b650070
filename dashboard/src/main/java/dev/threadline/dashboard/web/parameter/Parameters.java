package dev.threadline.dashboard.web.parameter;

import static java.util.stream.Collectors.joining;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The query parameters of a request, read one by one; problems are collected and thrown together. */
public final class Parameters {

    private static final int MOST_VALUES = 50;
    private static final int LONGEST_VALUE = 200;

    private final Map<String, List<String>> given;
    private final Set<String> problems = new LinkedHashSet<>();

    public Parameters(Map<String, List<String>> given) {
        this.given = given;
    }

    /** All values of a parameter that may be repeated. */
    List<String> texts(String name) {
        List<String> values = given.getOrDefault(name, List.of());
        if (values.size() > MOST_VALUES || values.stream().anyMatch(value -> value.length() > LONGEST_VALUE)) {
            problems.add("%s: at most %d values of at most %d characters".formatted(name, MOST_VALUES, LONGEST_VALUE));
            return List.of();
        }
        if (values.stream().anyMatch(value -> value.indexOf('\0') >= 0)) {
            problems.add(name + ": has a character that no name has");
            return List.of();
        }
        return values.stream().distinct().toList();
    }

    /** All values of a parameter that knows only these. */
    List<String> words(String name, List<String> known) {
        List<String> values = texts(name);
        values.stream()
                .filter(value -> !known.contains(value))
                .forEach(value -> problems.add("%s: %s is none of %s"
                        .formatted(
                                name,
                                quoted(value),
                                known.stream()
                                        .map(word -> word.isEmpty() ? "\"\"" : word)
                                        .collect(joining(", ")))));
        return values;
    }

    /** The one value of a parameter, where it is given and not empty. */
    public Optional<String> text(String name) {
        List<String> values = texts(name);
        if (values.size() > 1) {
            problems.add(name + ": given more than once");
        }
        return values.stream().filter(value -> !value.isEmpty()).findFirst();
    }

    Optional<LocalDate> date(String name) {
        return text(name).flatMap(value -> {
            try {
                LocalDate date = LocalDate.parse(value);
                if (date.getYear() >= 1970 && date.getYear() < 2200) {
                    return Optional.of(date);
                }
            } catch (DateTimeException malformed) {
                // said below
            }
            problems.add("%s: %s is not a date like 2026-03-31".formatted(name, quoted(value)));
            return Optional.empty();
        });
    }

    Optional<Instant> instant(String name) {
        return text(name).flatMap(value -> {
            if (value.matches("(19[7-9]\\d|2[01]\\d\\d)-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?Z")) {
                try {
                    return Optional.of(OffsetDateTime.parse(value).toInstant());
                } catch (DateTimeException malformed) {
                    // said below
                }
            }
            problems.add("%s: %s is not an instant like 2026-03-31T22:00:00Z".formatted(name, quoted(value)));
            return Optional.empty();
        });
    }

    OptionalInt number(String name, int least, int most) {
        Optional<String> value = text(name);
        if (value.isEmpty()) {
            return OptionalInt.empty();
        }
        if (value.get().matches("\\d{1,9}")) {
            int number = Integer.parseInt(value.get());
            if (number >= least && number <= most) {
                return OptionalInt.of(number);
            }
        }
        problems.add("%s: %s is not a number from %d to %d".formatted(name, quoted(value.get()), least, most));
        return OptionalInt.empty();
    }

    /** One of the constants of an enum, written in lower case. */
    public <E extends Enum<E>> E choice(String name, E standard) {
        E[] constants = standard.getDeclaringClass().getEnumConstants();
        Optional<String> value = text(name);
        if (value.isEmpty()) {
            return standard;
        }
        for (E constant : constants) {
            if (word(constant).equals(value.get())) {
                return constant;
            }
        }
        List<String> words = Arrays.stream(constants).map(Parameters::word).toList();
        problems.add("%s: %s is none of %s".formatted(name, quoted(value.get()), String.join(", ", words)));
        return standard;
    }

    /** Notes what is wrong with one. */
    public void problem(String problem) {
        problems.add(problem);
    }

    /** Ends the reading. */
    public void check() {
        if (!problems.isEmpty()) {
            throw new BadParameters(List.copyOf(problems));
        }
    }

    /** A constant as addresses and answers write it. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String quoted(String value) {
        return value.length() <= 40 ? "\"" + value + "\"" : "\"" + value.substring(0, 40) + "…\"";
    }
}
