package dev.threadline.dashboard.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RaceTest {

    @TempDir
    private Path folder;

    @Test
    void whoFailsIsOutAndTheOthersGoOn() throws SQLException {
        List<String> turns = new ArrayList<>();
        Contender sound = new Contender("a", "sound", () -> taken("a", turns));
        Contender broken = new Contender("b", "broken", () -> {
            taken("b", turns);
            return new Child(folder, Map.of())
                    .run(List.of("sh", "-c", "echo it said why; echo '\tat a place'; exit 3"));
        });
        List<String> progress = new ArrayList<>();
        Race race = race(List.of(broken, sound), progress);
        race.run(2);
        assertThat(turns).containsExactly("b", "a", "a");
        assertThat(race.agrees()).isFalse();
        assertThat(race.agreement()).containsExactly("b, turn 1 of 2: -c failed and said: it said why");
        assertThat(progress).contains(race.agreement().get(0));
        assertThat(Report.of(List.of(), List.of(broken, sound), race.results(), 1, race.agreement()))
                .contains("| a | sound | 1.00")
                .contains("- b, turn 1 of 2")
                .doesNotContain("| b |");
    }

    @Test
    void whoeverHadHisTurnsHasATime() throws SQLException {
        Race race = race(List.of(new Contender("e1", "one", () -> new Measured(2, 3, 4))), new ArrayList<>());
        race.run(3);
        assertThat(race.agrees()).isTrue();
        assertThat(race.results().wall("e1")).hasValue(2);
    }

    private Race race(List<Contender> running, List<String> progress) {
        Tools tools = new Tools("none", folder, 1);
        Contenders all = new Contenders(folder, tools, new BenchLog(folder, tools, 1), Instant.EPOCH);
        return new Race(all, running, progress::add);
    }

    private static Measured taken(String key, List<String> turns) {
        turns.add(key);
        return new Measured(1, 1, 1);
    }
}
