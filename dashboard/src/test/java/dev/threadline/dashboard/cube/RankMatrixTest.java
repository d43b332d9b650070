package dev.threadline.dashboard.cube;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.dashboard.cube.RankMatrix.Stretch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RankMatrixTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void theSmallestOfAnyStretchesAreThoseOfSortingThem(int seed) {
        Random random = new Random(seed);
        int limit = 1 + random.nextInt(300);
        int levels = RankMatrix.levelsFor(limit);
        for (int round = 0; round < 50; round++) {
            List<Stretch> stretches = new ArrayList<>();
            List<Integer> inside = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(4); i++) {
                // Lengths at and around the words in which bits are counted.
                int[] numbers = random.ints(1 + random.nextInt(130) + 62 * random.nextInt(2), 0, limit)
                        .toArray();
                int from = random.nextInt(numbers.length);
                int until = from + 1 + random.nextInt(numbers.length - from);
                stretches.add(new Stretch(new RankMatrix(numbers, levels), from, until));
                Arrays.stream(numbers, from, until).forEach(inside::add);
            }
            assertThat(IntStream.range(0, inside.size())
                            .mapToObj(k -> RankMatrix.smallest(k, stretches))
                            .toList())
                    .isEqualTo(inside.stream().sorted().toList());
        }
    }
}
