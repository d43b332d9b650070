package dev.threadline.ingestion.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MentionsTest {

    private static final Set<String> NAMES = Set.of("c-42", "zoe o'neill", "zoe@example.com", "+49 30 1234");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"customer\":\"c-42\"}",
                "{\"a\":[{\"b\":\"zoe o'neill\"}]}",
                "{\"phone\":\"+49 30 1234\",",
                "2026-03-01 c-42 said: hello",
                "id=c-42;name=x",
                "<zoe@example.com>",
                "{\"text\":\"ask c-42.\"}",
                "mailto:zoe@example.com"
            })
    void aNameIsFoundWhereverItStandsByItself(String raw) {
        assertThat(Mentions.any(raw, NAMES::contains)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"customer\":\"c-421\"}", "c-42-b", "abc-42", "", "null", "{\"n\":42}"})
    void aPartOfAnotherNameIsNot(String raw) {
        assertThat(Mentions.any(raw, NAMES::contains)).isFalse();
    }
}
