package dev.threadline.ingestion.erasure;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Looks for ids in a raw record that could not be read: among the values of a JSON object, at any depth, and among the
 * words of a text that is none. It rather finds too much than too little.
 */
public final class Mentions {

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    /** What may stand between words, from what hardly any id is written with to what only letters are free of. */
    private static final List<Pattern> SEPARATORS = Stream.of(
                    "[^\\p{L}\\p{N}_.:@+/-]+", "[^\\p{L}\\p{N}_.@+-]+", "[^\\p{L}\\p{N}_@-]+", "[^\\p{L}\\p{N}_-]+")
            .map(Pattern::compile)
            .toList();

    private static final Pattern STOPS = Pattern.compile("^[.:/+-]+|[.:/+-]+$");

    private Mentions() {}

    /** Whether a raw record has an id that the condition holds for. */
    public static boolean any(String raw, Predicate<String> isWanted) {
        return inValues(raw, isWanted) || words(raw).anyMatch(isWanted);
    }

    /** Of a record that is JSON up to some point, the values up to there. */
    private static boolean inValues(String raw, Predicate<String> isWanted) {
        try (JsonParser parser = JSON.createParser(raw)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isScalarValue() && isWanted.test(parser.getText())) {
                    return true;
                }
            }
        } catch (IOException broken) {
            return false;
        }
        return false;
    }

    private static Stream<String> words(String raw) {
        return SEPARATORS.stream()
                .flatMap(separator -> separator.splitAsStream(raw))
                .flatMap(word -> Stream.of(word, STOPS.matcher(word).replaceAll("")))
                .filter(word -> !word.isEmpty())
                .distinct();
    }
}
