package dev.threadline.jobs.pipeline.shuffle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.ingestion.warehouse.SparkSessions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlicedTest {

    private record Sums(Map<Integer, Long> byNumber) implements Sliced<Sums> {

        @Override
        public Sums plus(Sums other) {
            other.byNumber.forEach((number, sum) -> byNumber.merge(number, sum, Long::sum));
            return this;
        }

        @Override
        public List<Sums> slices(int count) {
            List<Sums> slices = Stream.generate(() -> new Sums(new HashMap<>()))
                    .limit(count)
                    .toList();
            byNumber.forEach(
                    (number, sum) -> slices.get(number % count).byNumber.put(number, sum));
            return slices;
        }
    }

    /** As they are, in two slices, in five. */
    @ParameterizedTest
    @ValueSource(ints = {1, 39, 40, 105})
    void theSumIsThatOfAllPartsHoweverManyThereAre(int parts) {
        JavaSparkContext spark = new JavaSparkContext(
                SparkSessions.start(Map.of("spark.master", "local[2]")).sparkContext());
        List<Integer> numbers = IntStream.range(0, parts).boxed().toList();

        Sums sum = Sliced.sum(spark.parallelize(numbers, parts).map(SlicedTest::part));

        assertThat(sum.byNumber())
                .hasSize(7)
                .allSatisfy((number, total) -> assertThat(total)
                        .isEqualTo(numbers.stream()
                                .mapToLong(part -> (long) part * number)
                                .sum()));
    }

    private static Sums part(int part) {
        Map<Integer, Long> byNumber = new HashMap<>();
        IntStream.range(0, 7).forEach(number -> byNumber.put(number, (long) part * number));
        return new Sums(byNumber);
    }
}
