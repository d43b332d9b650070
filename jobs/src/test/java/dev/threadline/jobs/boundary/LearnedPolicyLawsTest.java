package dev.threadline.jobs.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.jobs.boundary.model.BoundaryModels;
import dev.threadline.jobs.boundary.model.Scorecard;
import dev.threadline.jobs.boundary.model.Scorecards;
import dev.threadline.jobs.config.Configuration;
import dev.threadline.jobs.config.Configurations;
import dev.threadline.jobs.pipeline.InMemoryBuild;
import dev.threadline.jobs.thread.Message;
import dev.threadline.jobs.thread.RandomChatter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LearnedPolicyLawsTest {

    private static final Configuration LEARNED = Configurations.parse("policy: learned", "test");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theOrderOfTheInputDoesNotMatter(long seed) {
        List<Message> thread = RandomChatter.thread(seed);
        List<Message> shuffled = new ArrayList<>(thread);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(owners(shuffled)).isEqualTo(owners(thread));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aLaterMessageChangesNoEarlierBoundary(long seed) {
        List<Message> thread = RandomChatter.thread(seed);
        Map<String, String> whole = owners(thread);
        assertThat(whole.values().stream().distinct().count())
                .as("conversations")
                .isGreaterThan(1);

        for (int size = 1; size < thread.size(); size += 7) {
            assertThat(whole).containsAllEntriesOf(owners(thread.subList(0, size)));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aDecisionIsThatOfTheWholeScore(long seed) {
        List<Message> activities =
                RandomChatter.thread(seed).stream().filter(Message::isActivity).toList();
        Scorecards cards = BoundaryModels.shipped().others();
        LearnedPolicy policy = new LearnedPolicy(BoundaryModels.shipped(), Duration.ofDays(14), null);
        for (int next = 1; next < activities.size(); next++) {
            Gap gap = new Gap(activities, next - 1, next, false);
            boolean hasText =
                    GapFeatures.of(gap, Duration.ofDays(14).toMillis()).hasText();
            Scorecard card = hasText ? cards.withText() : cards.withoutText();
            assertThat(policy.decide(gap).boundary()).isEqualTo(policy.score(gap) >= card.threshold());
        }
    }

    /** The conversation of each activity. */
    private static Map<String, String> owners(List<Message> thread) {
        InMemoryBuild build = InMemoryBuild.of(thread, LEARNED, Long.MAX_VALUE / 4);
        Map<String, String> owners = new HashMap<>();
        build.records().stream()
                .filter(record -> record.message().isActivity())
                .forEach(record -> owners.put(record.message().messageId(), String.valueOf(record.conversationId())));
        assertThat(owners).doesNotContainValue("null").hasSize((int)
                thread.stream().filter(Message::isActivity).count());
        return owners;
    }
}
