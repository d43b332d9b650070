package dev.threadline.jobs.boundary.model;

import dev.threadline.ingestion.UserError;
import dev.threadline.jobs.yaml.Section;
import dev.threadline.jobs.yaml.YamlFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Reads model files, and writes them so that equal models are equal files. */
public final class BoundaryModels {

    private static final String GUIDE = "docs/inference.md";
    private static final String SHIPPED = "/models/default.yml";

    private BoundaryModels() {}

    /**
     * The model in a file.
     *
     * @throws UserError if there is no such file, or with all of its mistakes
     */
    public static BoundaryModel read(Path file) {
        return YamlFile.at(file, GUIDE, ModelErrors::missingFile).read(BoundaryModels::model);
    }

    /**
     * The model in a file's text.
     *
     * @param origin what to call the file in messages
     * @throws UserError with all mistakes of the text
     */
    public static BoundaryModel parse(String text, String origin) {
        return new YamlFile(text, origin, GUIDE).read(BoundaryModels::model);
    }

    /** The model that comes with Threadline. */
    public static BoundaryModel shipped() {
        return Shipped.MODEL;
    }

    /** The text of a model's file. */
    public static String write(BoundaryModel model) {
        return ModelText.of(model);
    }

    private static BoundaryModel model(Section top) {
        Section channels = top.section("channels");
        Map<String, String> training = training(top.section("training"));
        String name = top.required("name", "", text -> text, ModelErrors.NAME);
        int version = top.required("version", 1, ModelErrors::whole, ModelErrors.VERSION);
        Scorecards others = new Scorecards(
                ScorecardReader.whole(top.section("with-text"), true),
                ScorecardReader.whole(top.section("without-text"), false));
        TreeMap<String, Scorecards> named = new TreeMap<>();
        for (String channel : channels.keys()) {
            Section cards = channels.section(channel);
            named.put(
                    channel,
                    new Scorecards(
                            ScorecardReader.changed(cards.section("with-text"), others.withText()),
                            ScorecardReader.changed(cards.section("without-text"), others.withoutText())));
            cards.refuseUnknownKeys();
        }
        return new BoundaryModel(name, version, training, others, named);
    }

    private static Map<String, String> training(Section section) {
        Map<String, String> training = new LinkedHashMap<>();
        section.keys().forEach(key -> training.put(key, section.value(key, "", text -> text)));
        return training;
    }

    private static final class Shipped {
        static final BoundaryModel MODEL = load();

        private static BoundaryModel load() {
            try (InputStream stream = BoundaryModels.class.getResourceAsStream(SHIPPED)) {
                if (stream == null) {
                    throw new IllegalStateException(SHIPPED + " is not in the jar");
                }
                return parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8), SHIPPED);
            } catch (IOException cause) {
                throw new UncheckedIOException(cause);
            }
        }
    }
}
