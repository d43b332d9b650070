package dev.threadline.jobs.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.jobs.boundary.BoundaryPolicy;
import dev.threadline.jobs.config.Configuration;
import dev.threadline.jobs.pipeline.InMemoryBuild;
import dev.threadline.jobs.thread.Message;
import dev.threadline.jobs.thread.RandomChatter;
import dev.threadline.jobs.walk.ConfiguredDefinitions;
import dev.threadline.jobs.walk.ThreadWalk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicySensitivityTest {

    private static final Configuration CONFIGURATION = Configuration.defaults();
    private static final Duration GIVE_UP = CONFIGURATION.giveUp();
    private static final ConfiguredDefinitions DEFINITIONS = InMemoryBuild.definitions(CONFIGURATION);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void eachPolicyFindsWhatAWalkUnderItFinds(long seed) {
        List<Message> thread = RandomChatter.thread(seed).subList(0, 10 + (int) seed * 9);
        for (long hours : new long[] {0, 2, 30, 60, 100, 400}) {
            long asOf = thread.get(thread.size() - 1).sentAt()
                    + Duration.ofHours(hours).toMillis();
            PolicySensitivity sensitivity = started(asOf);
            sensitivity.add(new ArrayList<>(thread));
            for (ComparedPolicies.Timed timed : ComparedPolicies.timed(GIVE_UP)) {
                assertSame(sensitivity, timed.variant(), timed.policy(), thread, asOf);
            }
            for (ComparedPolicies.Moved moved :
                    ComparedPolicies.moved(CONFIGURATION.inference().model(), GIVE_UP, null)) {
                assertSame(sensitivity, moved.variant(), moved.policy(), thread, asOf);
            }
        }
    }

    @Test
    void totalsOfPartsAddUp() {
        long asOf = RandomChatter.START + Duration.ofDays(5000).toMillis();
        PolicySensitivity all = started(asOf);
        SensitivityTotals parts = new SensitivityTotals();
        for (long seed = 1; seed <= 6; seed++) {
            all.add(RandomChatter.thread(seed));
            PolicySensitivity one = started(asOf);
            one.add(RandomChatter.thread(seed));
            parts.plus(one.totals());
        }
        assertThat(described(parts)).isEqualTo(described(all.totals()));
    }

    @Test
    void longerTimersAndHigherThresholdsFindFewerConversations() {
        long asOf = RandomChatter.START + Duration.ofDays(5000).toMillis();
        PolicySensitivity all = started(asOf);
        for (long seed = 1; seed <= 20; seed++) {
            all.add(RandomChatter.thread(seed));
        }
        List<Long> conversations = PolicySensitivityTable.rows(all.totals(), new ThreadSample(1)).stream()
                .map(line -> line.totals().conversations())
                .toList();
        assertThat(conversations).hasSize(10);
        assertThat(conversations.subList(0, 7)).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(conversations.subList(7, 10)).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(conversations.get(0)).isGreaterThan(conversations.get(6));
        assertThat(conversations.get(7)).isGreaterThan(conversations.get(9));
    }

    private static PolicySensitivity started(long asOf) {
        return new PolicySensitivity(DEFINITIONS, CONFIGURATION.inference(), GIVE_UP, new ThreadSample(1), asOf);
    }

    private static void assertSame(
            PolicySensitivity sensitivity,
            PolicyVariant variant,
            BoundaryPolicy policy,
            List<Message> thread,
            long asOf) {
        PolicyTotals alone =
                PolicySensitivity.found(new ThreadWalk(DEFINITIONS.under(policy), asOf).walk(new ArrayList<>(thread)));
        assertThat(described(sensitivity.totals().of(variant)))
                .as("%s", variant)
                .isEqualTo(described(alone));
    }

    private static List<String> described(SensitivityTotals totals) {
        return totals.byPlace().values().stream()
                .map(PolicySensitivityTest::described)
                .toList();
    }

    private static String described(PolicyTotals totals) {
        return totals.conversations() + " " + totals.reopened() + " "
                + totals.resolutions().bins();
    }
}
