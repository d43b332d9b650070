package dev.threadline.jobs.pipeline.increment.window;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WindowsTest {

    private static final long HOUR_MS = 3_600_000;

    @Test
    void aStretchWithoutLengthOnTheEdgeOfAUnitIsNoWindow() {
        Windows windows = new Windows();
        windows.add("a1", 7 * HOUR_MS, 7 * HOUR_MS);

        assertThat(windows.inWhole(HOUR_MS).isEmpty()).isTrue();
    }

    @Test
    void aStretchIsWidenedToWholeUnits() {
        Windows windows = new Windows();
        windows.add("a1", 7 * HOUR_MS + 1, 7 * HOUR_MS + 2);

        Windows whole = windows.inWhole(HOUR_MS);
        assertThat(whole.isEmpty()).isFalse();
        assertThat(whole.earliest()).isEqualTo(7 * HOUR_MS);
        assertThat(whole.latest()).isEqualTo(8 * HOUR_MS);
        assertThat(whole.overlap("a1", 8 * HOUR_MS - 1, 8 * HOUR_MS)).isTrue();
        assertThat(whole.overlap("a1", 8 * HOUR_MS, 9 * HOUR_MS)).isFalse();
    }
}
