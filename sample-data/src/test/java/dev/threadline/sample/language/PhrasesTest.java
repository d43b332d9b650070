package dev.threadline.sample.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadline.sample.chance.Dice;
import dev.threadline.sample.operation.Language;
import dev.threadline.sample.operation.Topic;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PhrasesTest {

    private static final Facts FACTS = new Facts("123-4567", 3, 49, 5, "Nora");

    @ParameterizedTest
    @EnumSource
    void everyLineCanBeSaidAboutEveryTopic(Language language) {
        Phrases phrases = Phrases.of(language);
        Dice dice = Dice.seeded(1);
        for (Line line : Line.values()) {
            for (Topic topic : Topic.values()) {
                StringBuilder said = new StringBuilder();
                phrases.say(line, topic, FACTS, dice, said);
                assertThat(said.toString().isEmpty()).isEqualTo(line == Line.NOTHING);
                assertThat(said).doesNotContain("<", ">", "[", "\\");
            }
        }
    }

    @Test
    void questionsVaryAndNameTheirFacts() {
        Phrases phrases = Phrases.of(Language.ENGLISH);
        Dice dice = Dice.seeded(1);
        Set<String> questions = new HashSet<>();
        for (int draw = 0; draw < 500; draw++) {
            StringBuilder said = new StringBuilder();
            phrases.say(Line.QUESTION, Topic.DELIVERY, FACTS, dice, said);
            questions.add(said.toString());
        }
        assertThat(questions).hasSizeGreaterThan(100).anyMatch(said -> said.contains("123-4567"));
    }

    @Test
    void aRuleThatIsNamedButMissingIsFoundAtOnce() {
        assertThatThrownBy(() -> new Grammar(List.of("[greeting]", "Hello <whom>")))
                .hasMessageContaining("<whom>");
    }
}
