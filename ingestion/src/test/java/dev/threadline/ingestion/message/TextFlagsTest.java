package dev.threadline.ingestion.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextFlagsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thanks!",
                "  THANK   YOU!!! ",
                "ok.",
                "That's great, thanks",
                "Vielen Dank!",
                "Merci beaucoup !",
                "¡Muchas gracias!",
                "Grazie mille",
                "Dank je wel",
                "Muito obrigado",
                "d\u2019accord",
                "très bien",
                "tre\u0300s bien",
                "👍",
                "👍🏽 🙏",
                "❤️",
                "1️⃣",
                "👩‍👩‍👧",
                "🇩🇪"
            })
    void thanksAssentAndEmojiAreAcknowledgements(String text) {
        assertThat(TextFlags.isAcknowledgement(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "...",
                "?",
                "1",
                "#",
                "Thanks, but it is still broken",
                "thanks 👍 where is it",
                "okapi",
                "no",
                "€"
            })
    void anythingElseIsNone(String text) {
        assertThat(TextFlags.isAcknowledgement(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Where is it?", "Where is it?  \n", "在哪里？", "أين هو؟", "?", "really?\u00A0"})
    void aQuestionMarkOfAnyScriptEndsAQuestion(String text) {
        assertThat(TextFlags.endsInQuestion(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Where? I see.", "What?!", "?)"})
    void aQuestionMarkElsewhereDoesNot(String text) {
        assertThat(TextFlags.endsInQuestion(text)).isFalse();
    }
}
