package dev.threadline.jobs.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.jobs.time.Span;
import org.junit.jupiter.api.Test;

class AgentLoadTest {

    @Test
    void ofStintsThatBeganTogetherTheTeamIsTheFirstAsTablesPutTextsInOrder() {
        AgentLoad load = new AgentLoad("ann");
        load.assigned(new Span(0, 60_000), "\uD83D\uDE80 rockets");
        load.assigned(new Span(0, 60_000), "\uFF33\uFF21\uFF2C\uFF25\uFF33");

        assertThat(load.slices()).extracting(SliceLoad::team).containsExactly("\uFF33\uFF21\uFF2C\uFF25\uFF33");
    }
}
