package dev.threadline.jobs.gold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentationTest {

    @Test
    void aChangeOfLabelIsABoundary() {
        Segmentation cut = Segmentation.ofLabels(List.of("a", "a", "b", "c", "c"));

        assertThat(cut.segments()).isEqualTo(3);
        assertThat(cut.isBoundaryAfter(0)).isFalse();
        assertThat(cut.isBoundaryAfter(1)).isTrue();
        assertThat(cut.isBoundaryAfter(2)).isTrue();
        assertThat(cut.isBoundaryAfter(3)).isFalse();
    }

    @Test
    void interleavedConversationsAreOneSegment() {
        Segmentation cut = Segmentation.ofLabels(List.of("a", "b", "a", "b", "c"));

        assertThat(cut.boundaries()).isEqualTo(1);
        assertThat(cut.isBoundaryAfter(3)).isTrue();
    }

    @Test
    void boundariesBetweenItemsAreCounted() {
        Segmentation cut = Segments.ofLengths(2, 1, 3);

        assertThat(cut.size()).isEqualTo(6);
        assertThat(cut.boundariesBetween(0, 5)).isEqualTo(2);
        assertThat(cut.boundariesBetween(2, 5)).isEqualTo(1);
        assertThat(cut.boundariesBetween(3, 5)).isZero();
    }

    @Test
    void nothingHasNoSegment() {
        assertThat(Segmentation.ofLabels(List.of()).segments()).isZero();
    }
}
