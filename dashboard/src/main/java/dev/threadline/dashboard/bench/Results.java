package dev.threadline.dashboard.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** What each contender took, turn by turn. */
final class Results {

    /** Median, least and most of several turns. */
    record Spread(double median, double least, double most) {

        static Spread of(List<Double> values) {
            List<Double> sorted = values.stream().sorted().toList();
            int size = sorted.size();
            double median = (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
            return new Spread(median, sorted.get(0), sorted.get(size - 1));
        }
    }

    private final Map<String, List<Measured>> byContender = new LinkedHashMap<>();

    void add(Contender contender, Measured measured) {
        byContender
                .computeIfAbsent(contender.key(), unseen -> new ArrayList<>())
                .add(measured);
    }

    boolean has(String contender) {
        return byContender.containsKey(contender);
    }

    /** The spread of something measured of a contender that had a turn. */
    Spread spread(String contender, ToDoubleFunction<Measured> what) {
        return Spread.of(byContender.getOrDefault(contender, List.of()).stream()
                .map(measured -> what.applyAsDouble(measured))
                .toList());
    }

    /** Median wall seconds, where the contender had a turn. */
    OptionalDouble wall(String contender) {
        return has(contender)
                ? OptionalDouble.of(spread(contender, Measured::wallSeconds).median())
                : OptionalDouble.empty();
    }
}
