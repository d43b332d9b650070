package dev.threadline.jobs.audit;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The two sums of a law, which must be the same. */
record Sums(String law, long expected, long found) {

    /** What a change made of the sums: those of the rows that came less those of the rows that went, law by law. */
    static List<Sums> changed(List<Sums> came, List<Sums> went) {
        Map<String, Sums> wentByLaw = went.stream().collect(Collectors.toMap(Sums::law, Function.identity()));
        if (!laws(came).equals(laws(went))) {
            throw new IllegalStateException("the laws of what came and of what went are not the same");
        }
        return came.stream()
                .map(sums -> sums.less(Objects.requireNonNull(wentByLaw.get(sums.law))))
                .toList();
    }

    private static Set<String> laws(List<Sums> sums) {
        return sums.stream().map(Sums::law).collect(Collectors.toSet());
    }

    private Sums less(Sums other) {
        return new Sums(law, expected - other.expected, found - other.found);
    }

    Audit.Finding finding() {
        return new Audit.Finding(law, Math.abs(expected - found), found);
    }
}
