package dev.threadline.ingestion.text;

import static dev.threadline.ingestion.text.Cue.BACK;
import static dev.threadline.ingestion.text.Cue.BRIEF_THANKS;
import static dev.threadline.ingestion.text.Cue.CONTINUATION;
import static dev.threadline.ingestion.text.Cue.GREETING;
import static dev.threadline.ingestion.text.Cue.HAS_TEXT;
import static dev.threadline.ingestion.text.Cue.MENTION;
import static dev.threadline.ingestion.text.Cue.QUESTION;
import static dev.threadline.ingestion.text.Cue.QUOTE;
import static dev.threadline.ingestion.text.Cue.REQUEST;
import static dev.threadline.ingestion.text.Cue.SOLVED;
import static dev.threadline.ingestion.text.Cue.STARTS_THANKS;
import static dev.threadline.ingestion.text.Cue.THANKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CuesTest {

    @ParameterizedTest
    @MethodSource
    void aTextDoesWhatItsWordsSay(String text, Set<Cue> cues) {
        assertThat(cuesOf(text)).isEqualTo(cues);
    }

    static Stream<Arguments> aTextDoesWhatItsWordsSay() {
        return Stream.of(
                arguments("Hello there", EnumSet.of(HAS_TEXT, GREETING)),
                arguments("oh, hello there", EnumSet.of(HAS_TEXT, GREETING, CONTINUATION)),
                arguments("nothing to say, hello", EnumSet.of(HAS_TEXT)),
                arguments("Many thanks!", EnumSet.of(HAS_TEXT, THANKS, STARTS_THANKS, BRIEF_THANKS)),
                arguments(
                        "It runs at night on both machines, thanks",
                        EnumSet.of(HAS_TEXT, CONTINUATION, THANKS, BRIEF_THANKS)),
                arguments("Thanks, but why?", EnumSet.of(HAS_TEXT, THANKS, STARTS_THANKS, QUESTION)),
                arguments("vielen Dank, klappt", EnumSet.of(HAS_TEXT, THANKS, STARTS_THANKS, SOLVED, BRIEF_THANKS)),
                arguments("My parcel is here: see https://a.example/?q=thanks", EnumSet.of(HAS_TEXT)),
                arguments("The parcel isn’t here. I’ve been trying", EnumSet.of(HAS_TEXT, REQUEST)),
                arguments("@anna hello", EnumSet.of(HAS_TEXT, MENTION, GREETING)),
                arguments("anna_b: @carl  hello", EnumSet.of(HAS_TEXT, MENTION, GREETING)),
                arguments("a: hello", EnumSet.of(HAS_TEXT, GREETING)),
                arguments("Parcel lost\n  > yours", EnumSet.of(HAS_TEXT, QUOTE)),
                arguments("Mary wrote:\nlost", EnumSet.of(HAS_TEXT, QUOTE)),
                arguments("Mary wrote : lost", EnumSet.of(HAS_TEXT, QUOTE)),
                arguments("Parcel lost\n Am 3. Mai schrieb Mary:", EnumSet.of(HAS_TEXT, QUOTE)),
                arguments("Mary wrote of it: lost", EnumSet.of(HAS_TEXT)),
                arguments("The parcel unwrote: lost", EnumSet.of(HAS_TEXT)),
                arguments("5 > 4", EnumSet.of(HAS_TEXT)),
                arguments("> Thanks, and where?\nHello there", EnumSet.of(HAS_TEXT, GREETING, QUOTE)),
                arguments("> Thanks, and where?", EnumSet.of(HAS_TEXT, QUOTE)),
                arguments(
                        "Many thanks!\n-- \nAnn, who: else?",
                        EnumSet.of(HAS_TEXT, THANKS, STARTS_THANKS, BRIEF_THANKS)),
                arguments("It broke again", EnumSet.of(HAS_TEXT, CONTINUATION, BACK)),
                arguments("?", EnumSet.of(HAS_TEXT, QUESTION)),
                arguments("👍", EnumSet.of(HAS_TEXT)),
                arguments(" \u00A0\n", EnumSet.noneOf(Cue.class)));
    }

    @Test
    void noTextTakesLong() {
        String[] texts = {"\n".repeat(100_000) + ":", "@a ".repeat(50_000), "ab: ".repeat(50_000), "w-".repeat(100_000)
        };
        for (String text : texts) {
            assertTimeoutPreemptively(Duration.ofSeconds(2), () -> Cues.of(text));
        }
    }

    @Test
    void bitsKeepTheirMeaning() {
        assertThat(Arrays.stream(Cue.values()).map(cue -> cue + "=" + cue.bit()))
                .containsExactly(
                        "GREETING=1",
                        "STARTS_THANKS=2",
                        "THANKS=4",
                        "SOLVED=8",
                        "CONTINUATION=16",
                        "BACK=32",
                        "REQUEST=64",
                        "QUESTION=128",
                        "MENTION=256",
                        "QUOTE=512",
                        "BRIEF_THANKS=1024",
                        "HAS_TEXT=2048");
    }

    private static Set<Cue> cuesOf(String text) {
        int cues = Cues.of(text);
        return Arrays.stream(Cue.values())
                .filter(cue -> cue.in(cues))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Cue.class)));
    }
}
