package dev.threadline.ingestion.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Words that tell what a text does, in the jar: a folder for each kind, and in it a file for each language. */
public final class WordLists {

    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "it", "nl", "pt");

    private WordLists() {}

    /** The lines of {@code <kind>/<language>.txt} of all languages, without comments and blank ones. */
    public static List<String> lines(String kind) {
        return LANGUAGES.stream()
                .flatMap(language -> lines(kind, language).stream())
                .toList();
    }

    private static List<String> lines(String kind, String language) {
        String resource = "/" + kind + "/" + language + ".txt";
        try (InputStream stream = WordLists.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException(resource + " is not in the jar");
            }
            Stream<String> lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)).lines();
            return lines.filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
