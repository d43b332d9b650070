package dev.threadline.dashboard.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadline.dashboard.bench.Results.Spread;
import dev.threadline.dashboard.error.UserError;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportTest {

    private static final Contender BUILD = contender("a");
    private static final Contender DUCKDB = contender("b");

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheTwoInTheMiddle() {
        assertThat(Spread.of(List.of(9.0, 1.0, 2.0, 4.0))).isEqualTo(new Spread(3, 1, 9));
        assertThat(Spread.of(List.of(5.0, 1.0, 2.0))).isEqualTo(new Spread(2, 1, 5));
    }

    @Test
    void ratiosAreOfMediansAndOnlyOfThoseWhoRan() {
        Results results = new Results();
        for (double seconds : new double[] {30, 10, 20}) {
            results.add(BUILD, new Measured(seconds, seconds, 1 << 20));
            results.add(DUCKDB, new Measured(16, 8, 0));
        }
        String report =
                Report.of(List.of("here"), List.of(BUILD, DUCKDB), results, 2_000_000, List.of("a and b agree"));
        assertThat(report.lines())
                .contains(
                        "- here",
                        "| a | name of a | 20.00 (10.00 to 30.00) | 20.00 (10.00 to 30.00) | 10.0 | 1 |",
                        "| b | name of b | 16.00 (16.00 to 16.00) | 8.00 (8.00 to 8.00) | 4.0 |  |",
                        "| a build of everything against DuckDB, a / b | 1.25 | ≤ 1.0 | not met |",
                        "- a and b agree")
                .noneMatch(line -> line.contains("c / a"));
    }

    @Test
    void cpuTimeIsThatOfTheShellsChildren() {
        assertThat(Child.cpuSeconds(List.of("0m0.01s 0m0.02s", "1m2.50s 0m3.25s")))
                .isEqualTo(65.75);
    }

    @ParameterizedTest
    @CsvSource({"1M, 1000000", "500k, 500000", "1234, 1234"})
    void messagesAreCountedAsPeopleWriteThem(String written, long number) {
        assertThat(Quantity.parse(written).number()).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1M", "1.5M", "many", ""})
    void whatIsNoNumberOfMessagesIsRefused(String written) {
        assertThatThrownBy(() -> Quantity.parse(written)).isInstanceOf(UserError.class);
    }

    private static Contender contender(String key) {
        return new Contender(key, "name of " + key, () -> new Measured(0, 0, 0));
    }
}
