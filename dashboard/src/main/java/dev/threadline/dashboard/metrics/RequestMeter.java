package dev.threadline.dashboard.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How many requests were answered, how, and how fast. */
public final class RequestMeter {

    /** What is told apart: what one waits for differs. */
    public enum Kind {
        API,
        PAGE,
        ASSET;

        /** The kind of an address. */
        public static Kind of(String path) {
            return path.startsWith("/api/")
                    ? API
                    : path.startsWith("/assets/") || path.startsWith("/webjars/") ? ASSET : PAGE;
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final List<Double> BOUNDS_SECONDS =
            List.of(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0);
    private static final int CLASSES = 6;

    /** The counts of one kind. */
    private static final class Counts {
        private final List<LongAdder> byStatus =
                Stream.generate(LongAdder::new).limit(CLASSES).toList();
        private final List<LongAdder> byBound =
                Stream.generate(LongAdder::new).limit(BOUNDS_SECONDS.size() + 1).toList();
        private final LongAdder micros = new LongAdder();
    }

    private final Map<Kind, Counts> counts =
            Arrays.stream(Kind.values()).collect(Collectors.toMap(Function.identity(), kind -> new Counts()));

    /** Counts an answer. */
    public void count(Kind kind, int status, double millis) {
        Counts of = of(kind);
        of.byStatus.get(Math.min(status / 100, CLASSES - 1)).increment();
        int bound = 0;
        while (bound < BOUNDS_SECONDS.size() && millis / 1_000 > BOUNDS_SECONDS.get(bound)) {
            bound++;
        }
        of.byBound.get(bound).increment();
        of.micros.add(Math.round(millis * 1_000));
    }

    void write(MetricsText text) {
        text.metric("threadline_http_requests_total", "counter", "Requests answered, by kind and class of status.");
        for (Kind kind : Kind.values()) {
            for (int status = 1; status < CLASSES; status++) {
                long count = of(kind).byStatus.get(status).sum();
                if (count > 0) {
                    Map<String, String> labels = Map.of("kind", kind.word(), "status", status + "xx");
                    text.value("threadline_http_requests_total", labels, count);
                }
            }
        }
        text.metric("threadline_http_request_seconds", "histogram", "Time to answer, by kind.");
        for (Kind kind : Kind.values()) {
            writeTimes(kind, text);
        }
    }

    private void writeTimes(Kind kind, MetricsText text) {
        Map<String, String> label = Map.of("kind", kind.word());
        long count = 0;
        for (int bound = 0; bound <= BOUNDS_SECONDS.size(); bound++) {
            count += of(kind).byBound.get(bound).sum();
            String until = bound == BOUNDS_SECONDS.size()
                    ? "+Inf"
                    : BOUNDS_SECONDS.get(bound).toString();
            Map<String, String> labels = Map.of("kind", kind.word(), "le", until);
            text.value("threadline_http_request_seconds_bucket", labels, count);
        }
        text.value("threadline_http_request_seconds_sum", label, of(kind).micros.sum() / 1e6);
        text.value("threadline_http_request_seconds_count", label, count);
    }

    private Counts of(Kind kind) {
        return Objects.requireNonNull(counts.get(kind));
    }
}
