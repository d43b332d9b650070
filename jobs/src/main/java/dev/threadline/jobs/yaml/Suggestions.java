package dev.threadline.jobs.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What someone may have meant. */
final class Suggestions {

    private Suggestions() {}

    /** The candidate that fewest changed letters lead to; none if they all look different. */
    static Optional<String> closest(String written, Collection<String> candidates) {
        // A third of the letters; two at least, for 'form' is 'from', but of three letters one.
        int farthest = written.length() <= 3 ? 1 : Math.max(2, written.length() / 3);
        LevenshteinDistance distance = new LevenshteinDistance(farthest);
        return candidates.stream()
                .filter(candidate -> distance(distance, written, candidate) >= 0)
                .min(Comparator.<String>comparingInt(candidate -> distance(distance, written, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static int distance(LevenshteinDistance distance, String written, String candidate) {
        return distance.apply(written.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
    }
}
