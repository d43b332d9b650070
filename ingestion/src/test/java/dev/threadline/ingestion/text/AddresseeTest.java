package dev.threadline.ingestion.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddresseeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            @Acme where is it?     | Acme
            @acme: where is it?    | ACME/ann
            ' @Acme, where?'       | acme@example.com
            ann_b: where is it?    | Ann_B
            @Jürgen-K              | jürgen-k
            @Acme's parcel is lost | acme
            """)
    void aTextAddressesWhoseNameOrIdItOpensWith(String text, String id) {
        assertThat(Addressee.in(Addressee.bits(text)))
                .isPresent()
                .isEqualTo(Addressee.code(id))
                .isNotEqualTo(Addressee.code("somebody"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"where is it?", "tell @acme that", "@acme @ann where?", "@ where", "@** where", "", " "})
    void aTextThatOpensWithNoNameOrWithSeveralTellsNone(String text) {
        assertThat(Addressee.bits(text)).isZero();
    }

    @Test
    void anIdWithoutANameAddressesNobody() {
        assertThat(Addressee.code("/ann")).isEmpty();
        assertThat(Addressee.in(Cues.of("where is it?"))).isEmpty();
    }

    @Test
    void itsBitsAreBesideThoseOfCues() {
        int cues = Arrays.stream(Cue.values()).mapToInt(Cue::bit).sum();
        IntStream.range(0, 10_000).forEach(name -> {
            int bits = Addressee.bits("@name" + name);
            assertThat(bits & cues).isZero();
            assertThat(bits).isBetween(1, (1 << 24) - 1);
            assertThat(Addressee.in(bits | cues)).isEqualTo(Addressee.code("name" + name));
        });
        assertThat(Addressee.code("acme")).as("for ever").isEqualTo(OptionalInt.of(1680));
    }
}
