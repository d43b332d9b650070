package dev.threadline.jobs.thread;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8OrderTest {

    private static final int[] CODE_POINTS = {'a', 'b', 'z', 0xE9, 0x7FF, 0x800, 0xFFFD, 0xE000, 0x1F600, 0x10FFFF};

    @Test
    void stringsOrderAsTheirBytesDo() {
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            String left = text(random);
            String right = text(random);
            int bytes = Arrays.compareUnsigned(left.getBytes(UTF_8), right.getBytes(UTF_8));

            assertThat(Integer.signum(Utf8Order.compare(left, right))).isEqualTo(Integer.signum(bytes));
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            text.appendCodePoint(CODE_POINTS[random.nextInt(CODE_POINTS.length)]);
        }
        return text.toString();
    }
}
