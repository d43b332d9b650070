package dev.threadline.dashboard.cube;

import dev.threadline.dashboard.cube.Tally.Count;
import dev.threadline.dashboard.result.Rows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The overview's table: what came to each channel and team in a period, and how long it took. */
final class QueueRows {

    private static final Comparator<QueueRow> MOST_FIRST =
            Comparator.comparingLong(QueueRow::n).reversed().thenComparing(QueueRow::queue);

    private QueueRows() {}

    static Rows rows(Cube cube, Asked asked) {
        Map<Queue, Started> started = cube.counts()
                .started()
                .of(asked.period(), asked.filters())
                .collect(Collectors.groupingBy(
                        count -> count.cell().queue(), Collectors.collectingAndThen(Collectors.toList(), Started::of)));
        Map<Queue, Spread.Part> firstResponses = cube.parts(Measure.FIRST_RESPONSE, asked.filters());
        Map<Queue, Spread.Part> resolutions = cube.parts(Measure.RESOLUTION, asked.filters());
        List<QueueRow> rows = new ArrayList<>();
        // Every duration has the same queues, with observations or without.
        cube.parts(Measure.HANDLE, asked.filters())
                .forEach((queue, handled) -> rows.add(new QueueRow(
                        queue,
                        started.getOrDefault(queue, Started.NONE),
                        new Durations(Objects.requireNonNull(firstResponses.get(queue)), asked.quarters()),
                        new Durations(Objects.requireNonNull(resolutions.get(queue)), asked.quarters()),
                        new Durations(handled, asked.quarters()))));
        return new Rows(
                QueueRow.COLUMNS,
                rows.stream()
                        .filter(QueueRow::hasAny)
                        .sorted(MOST_FIRST)
                        .map(QueueRow::columns)
                        .toList());
    }

    /** The conversations of a queue that started in the period. */
    private record Started(long n, long unanswered) {

        private static final Started NONE = new Started(0, 0);

        static Started of(List<Count> counts) {
            return new Started(counts.stream().mapToLong(Count::n).sum(), Tally.unanswered(counts));
        }
    }

    /** Durations of a queue that lie in the period. */
    private record Durations(Spread.Part part, Quarters time) {

        long n() {
            return part.observed(time).n();
        }

        @Nullable
        Double quantileMs(double share) {
            return part.quantileMs(share, List.of(time));
        }
    }

    private record QueueRow(
            Queue queue, Started started, Durations firstResponses, Durations resolutions, Durations handled) {

        private static final List<String> COLUMNS = List.of(
                "channel",
                "team",
                "n",
                "first_responses",
                "first_response_median_ms",
                "first_response_p90_ms",
                "resolutions",
                "resolution_median_ms",
                "handled",
                "handle_median_ms",
                "unanswered",
                "unanswered_share");

        long n() {
            return started.n;
        }

        boolean hasAny() {
            return n() > 0 || firstResponses.n() > 0 || resolutions.n() > 0;
        }

        Map<String, @Nullable Object> columns() {
            return new RowOf()
                    .with("channel", queue.channel())
                    .with("team", queue.namedTeam())
                    .with("n", n())
                    .with("first_responses", firstResponses.n())
                    .with("first_response_median_ms", firstResponses.quantileMs(0.5))
                    .with("first_response_p90_ms", firstResponses.quantileMs(0.9))
                    .with("resolutions", resolutions.n())
                    .with("resolution_median_ms", resolutions.quantileMs(0.5))
                    .with("handled", handled.n())
                    .with("handle_median_ms", handled.quantileMs(0.5))
                    .with("unanswered", started.unanswered)
                    .with("unanswered_share", n() == 0 ? null : (double) started.unanswered / n())
                    .row();
        }
    }
}
