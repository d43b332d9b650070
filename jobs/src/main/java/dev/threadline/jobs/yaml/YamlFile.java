package dev.threadline.jobs.yaml;

import dev.threadline.ingestion.UserError;
import dev.threadline.ingestion.source.file.ByteOrderMark;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads a file of keys and values into what it means.
 *
 * @param origin what to call the file in messages
 * @param guide the page that explains its keys
 */
public record YamlFile(String text, String origin, String guide) {

    /**
     * A file on disk.
     *
     * @param missing what to say where there is none
     * @throws UserError if it cannot be read
     */
    public static YamlFile at(Path file, String guide, Function<Path, UserError> missing) {
        try {
            return new YamlFile(Files.readString(file), file.toString(), guide);
        } catch (NoSuchFileException e) {
            throw missing.apply(file);
        } catch (CharacterCodingException e) {
            throw YamlErrors.notUtf8(file);
        } catch (IOException e) {
            throw YamlErrors.unreadableFile(file, e);
        }
    }

    /**
     * What the file means.
     *
     * @param reader takes what it knows from the top section, which notes the mistakes
     * @throws UserError with all mistakes of the file
     */
    public <T> T read(Function<Section, T> reader) {
        Problems problems = new Problems();
        Section top = Section.top(compose(problems), problems);
        if (top.keys().isEmpty()) {
            // Of what is no map, nothing more can be said.
            problems.refuse(origin, guide);
        }
        T meaning = reader.apply(top);
        top.refuseUnknownKeys();
        problems.refuse(origin, guide);
        return meaning;
    }

    private @Nullable Node compose(Problems problems) {
        try {
            return new Yaml(new LoaderOptions()).compose(new StringReader(ByteOrderMark.removed(text)));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            problems.add(line, "", YamlErrors.notYaml(e.getProblem()));
        } catch (YAMLException e) {
            problems.add(1, "", YamlErrors.notYaml(String.valueOf(e.getMessage())));
        }
        return null;
    }
}
