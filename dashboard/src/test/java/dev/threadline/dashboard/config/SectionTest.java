package dev.threadline.dashboard.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SectionTest {

    private final List<String> problems = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"007", "010", "1e3", "no", "+15550001", "0x1f", "12:30:45", "2026-04-01", "1_000"})
    void aValueIsTheTextThatWasWritten(String written) {
        assertThat(parse("agent: " + written).text("agent")).contains(written);
        assertThat(parse("agents: [%s, b]".formatted(written)).texts("agents", text -> text))
                .containsExactly(written, "b");
        assertThat(parse("%s: a".formatted(written)).keys()).containsExactly(written);
        assertThat(problems).isEmpty();
    }

    @Test
    void whatIsNotWrittenIsMissing() {
        for (String text : List.of("", "# nothing", "other: 1", "agent:", "agent: ~", "agent: null")) {
            assertThat(parse(text).has("agent")).as(text).isFalse();
            assertThat(parse(text).text("agent")).as(text).isEmpty();
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void aKeyThatIsGivenTwiceIsTold() {
        parse("users: []\nusers: []");
        assertThat(problems).containsExactly("line 2: users: this key is given twice; remove one of the two");
    }

    @Test
    void truthIsTrueOrFalse() {
        Section section = parse("a: true\nb: False\nc: no");
        assertThat(section.truth("a", false)).isTrue();
        assertThat(section.truth("b", true)).isFalse();
        assertThat(section.truth("d", true)).isTrue();
        assertThat(problems).isEmpty();
        section.truth("c", false);
        assertThat(problems).containsExactly("line 3: c: must be true or false, not no");
    }

    @Test
    void everyMistakeIsToldWithItsLine() {
        Section dashboard = parse(
                        "a: 1\ndashboard:\n  users:\n    - name: lea\n    - 7\n  alerts: none\n  webhok:\n    url: x")
                .section("dashboard");
        dashboard.sections("users").get(0).required("role", Integer::valueOf, "write it");
        dashboard.sections("alerts");
        dashboard.refuseUnknownKeys();
        assertThat(problems)
                .containsExactly(
                        "line 5: dashboard.users[2]: expected keys with values here",
                        "line 4: dashboard.users[1]: role is missing: write it",
                        "line 6: dashboard.alerts: expected a list, each entry beginning with a dash",
                        "line 7: dashboard.webhok: unknown; known here: alerts, users");
    }

    @Test
    void whatIsNoYamlIsToldWithItsPlace() {
        parse("a: [1, 2\nb: 3");
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0)).startsWith("this is not YAML").contains("line 2");
    }

    @Test
    void aByteOrderMarkIsPassedOver() {
        assertThat(parse("\uFEFFa: 1").text("a")).contains("1");
    }

    private Section parse(String text) {
        return YamlText.parse(text, problems);
    }
}
