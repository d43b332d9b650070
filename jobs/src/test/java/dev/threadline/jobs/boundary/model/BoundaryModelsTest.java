package dev.threadline.jobs.boundary.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadline.ingestion.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundaryModelsTest {

    @Test
    void theShippedFileIsWhatWritingItsModelGives() throws IOException {
        assertThat(BoundaryModels.write(BoundaryModels.shipped())).isEqualTo(shippedText());
    }

    @Test
    void aModelReadsBackWithItsChannels() {
        BoundaryModel shipped = BoundaryModels.shipped();
        Scorecard usual = shipped.others().withText();
        TreeMap<Feature, Integer> weights = new TreeMap<>(usual.weights());
        weights.put(Feature.GAP, 3);
        Scorecard lenient = new Scorecard(usual.intercept(), 100, weights, usual.confidence());
        TreeMap<String, Scorecards> channels = new TreeMap<>();
        channels.put("no", new Scorecards(lenient, shipped.others().withoutText()));
        BoundaryModel model = new BoundaryModel("ours: #1", 2, Map.of("on", "1:30"), shipped.others(), channels);

        BoundaryModel back = BoundaryModels.parse(BoundaryModels.write(model), "back");

        assertThat(back).isEqualTo(model);
        assertThat(back.cards("no").withText().weights())
                .containsEntry(Feature.GAP, 3)
                .containsEntry(Feature.WAITING, -38729);
        assertThat(back.cards("sms")).isEqualTo(shipped.others());
    }

    @ParameterizedTest
    @CsvSource({
        "next_greeting: 8390, next_greting: 8390, unknown key 'next_greting'. Did you mean 'next_greeting'?",
        "next_greeting: 8390, '', 'with-text.weights: ''next_greeting'' is missing. Write its coefficient'",
        "next_greeting: 8390, next_greeting: 0.5, '''0.5'' is no whole number'",
        "next_greeting: 8390, next_greeting: 99999999, '''99999999'' is out of range'",
        "threshold: -5753, treshold: -5753, unknown key 'treshold'. Did you mean 'threshold'?",
        "-60000: 1, -60000: 2000, '''2000'' is out of range'",
        "-60000: 1, -60000: 900, a higher score has a smaller share of boundaries",
        "-60000: 1, soon: 1, '''soon'' is no whole number'",
        "version: 3, version: one, '''one'' is no whole number'"
    })
    void aMistakeIsToldWithItsCure(String right, String wrong, String told) throws IOException {
        String text = shippedText().replaceFirst(right + "\n", wrong == null ? "" : wrong + "\n");

        assertThatThrownBy(() -> BoundaryModels.parse(text, "ours.yml"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("ours.yml has ")
                .hasMessageContaining(told);
    }

    @Test
    void aMissingFileIsAUsersMistake() {
        assertThatThrownBy(() -> BoundaryModels.read(Path.of("no-such.yml")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("There is no model file no-such.yml");
    }

    @Test
    void confidenceRunsStraightBetweenKnotsAndFlatOutside() {
        Confidence confidence = new Confidence(new TreeMap<>(Map.of(-100, 100, 0, 200, 50, 900)));

        assertThat(new int[] {
                    confidence.perMille(Long.MIN_VALUE),
                    confidence.perMille(-100),
                    confidence.perMille(-75),
                    confidence.perMille(0),
                    confidence.perMille(25),
                    confidence.perMille(51)
                })
                .containsExactly(100, 100, 125, 200, 550, 900);
    }

    private static String shippedText() throws IOException {
        try (InputStream stream = BoundaryModels.class.getResourceAsStream("/models/default.yml")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
