package dev.threadline.dashboard.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What someone may have meant. */
final class Suggestions {

    private Suggestions() {}

    /** The known key that fewest changed letters lead to, or all of them. */
    static String instead(String written, Collection<String> known) {
        LevenshteinDistance distance = new LevenshteinDistance(Math.max(2, written.length() / 3));
        Optional<String> closest = known.stream()
                .filter(key -> distance.apply(written, key) >= 0)
                .min(Comparator.comparingInt(key -> distance.apply(written, key)));
        return closest.map(key -> "did you mean %s?".formatted(key))
                .orElseGet(() -> "known here: " + String.join(", ", known));
    }
}
