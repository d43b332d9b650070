package dev.threadline.ingestion.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OwnWordsTest {

    @ParameterizedTest
    @MethodSource
    void whatAMailProgramAddsIsNotTheSenders(String text, String own) {
        assertThat(OwnWords.of(text).strip()).isEqualTo(own);
    }

    static Stream<Arguments> whatAMailProgramAddsIsNotTheSenders() {
        return Stream.of(
                arguments("It works\n\n-- \nMary Miller\nParcels Ltd", "It works"),
                arguments("On 5 May 2020, Ann <ann at a.example> wrote:\n> Did it?\n> Or not?\nIt did", "It did"),
                arguments("It did\n\nAm 5. Mai 2020 um 10:11 schrieb Ann:\n\n> Did it?", "It did"),
                arguments(
                        "It did\n\nOn Tuesday, 5 May 2020, Ann Alexandra <ann@a.example>\nwrote:\n\n> Did it?",
                        "It did"),
                arguments("It did\nLe 5 mai 2020, Ann a écrit :\nEst-ce fait ?", "It did"),
                arguments("It did\n-----Original Message-----\nFrom: Ann\nDid it?", "It did"),
                arguments("It did\n\nVon: Ann\nGesendet: Dienstag\nBetreff: Paket\n\nIst es da?", "It did"),
                arguments("It did\n_____________________________\nparcels mailing list", "It did"),
                arguments("> Did it?\nIt did\n>> And?\nThat too", "It did\nThat too"),
                arguments("> Did it?", ""));
    }

    @ParameterizedTest
    @MethodSource
    void whatTheSenderWroteIsLeftAsItIs(String text) {
        assertThat(OwnWords.of(text)).isSameAs(text);
    }

    static Stream<Arguments> whatTheSenderWroteIsLeftAsItIs() {
        return Stream.of(
                arguments("  On 5 May 2020, Ann wrote: did it?"),
                arguments("It says:\n  lost\n\nand nothing else  \n"),
                arguments("Your colleague wrote:\nwait until Monday"),
                arguments("From: the north\nand no header"),
                arguments("one -- two\n---\nthree"));
    }

    @Test
    void noTextTakesLong() {
        String[] texts = {
            "Ann wrote:\n".repeat(50_000),
            "Ann wrote:\n" + "\n".repeat(100_000),
            "-".repeat(100_000) + "\na",
            "-a".repeat(50_000) + "\na",
            "From:".repeat(50_000) + "\n" + "a ".repeat(50_000)
        };
        for (String text : texts) {
            assertTimeoutPreemptively(Duration.ofSeconds(2), () -> OwnWords.of(text));
        }
    }
}
