package dev.threadline.jobs.gold;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GoldLabelsTest {

    private final GoldLabels labels = new GoldLabels();

    @Test
    void aLabelThatIsRepeatedCountsOnce() {
        labels.put("s", "t1", "m1", "a");
        labels.put("s", "t1", "m1", "a");
        labels.put("s", "t2", "m1", "b");
        labels.put(null, "t1", "m1", "c");
        assertThat(labels.size()).isEqualTo(3);
        assertThat(labels.contradicted()).isEmpty();
    }

    @Test
    void aMessageOfTwoConversationsIsNamed() {
        labels.put("s", "t1", "m1", "a");
        labels.put("s", "t1", "m1", "b");
        assertThat(labels.contradicted()).hasValue("message m1 of thread t1");
        assertThat(labels.of("s", "t1")).containsEntry("m1", "a");
    }
}
