package dev.threadline.jobs.pipeline.increment.stated;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Something and its {@link State}. */
public record Stated<T>(T value, State state) implements Serializable {

    /** What two lists have in common and what only one of them has; equal values are told apart by how many there are. */
    public static <T> List<Stated<T>> compare(List<T> before, List<T> after) {
        Map<T, Integer> counts = new HashMap<>();
        before.forEach(value -> counts.merge(value, 1, Integer::sum));
        List<Stated<T>> stated = new ArrayList<>();
        for (T value : after) {
            int left = counts.getOrDefault(value, 0);
            stated.add(new Stated<>(value, left > 0 ? State.BOTH : State.AFTER));
            if (left > 0) {
                counts.put(value, left - 1);
            }
        }
        counts.forEach((value, left) -> {
            for (int i = 0; i < left; i++) {
                stated.add(new Stated<>(value, State.BEFORE));
            }
        });
        return stated;
    }

    /** The values whose state is of a kind. */
    public static <T> List<T> values(List<Stated<T>> stated, Predicate<State> kind) {
        return stated.stream()
                .filter(one -> kind.test(one.state))
                .map(Stated::value)
                .toList();
    }
}
