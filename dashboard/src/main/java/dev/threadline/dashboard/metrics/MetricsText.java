package dev.threadline.dashboard.metrics;

import java.util.Map;
import java.util.stream.Collectors;

/** Metrics in the text format of Prometheus, version 0.0.4. */
final class MetricsText {

    static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final StringBuilder text = new StringBuilder();

    /** Begins a metric: its kind and what it is, with its unit. */
    MetricsText metric(String name, String type, String help) {
        text.append("# HELP %s %s%n# TYPE %1$s %s%n".formatted(name, help, type).replace("\r", ""));
        return this;
    }

    /** A metric with one value. */
    MetricsText gauge(String name, String help, Number value) {
        return metric(name, "gauge", help).value(name, Map.of(), value);
    }

    /** A value of the metric that was begun. */
    MetricsText value(String name, Map<String, String> labels, Number value) {
        text.append(name);
        if (!labels.isEmpty()) {
            text.append(labels.entrySet().stream()
                    .map(label -> "%s=\"%s\"".formatted(label.getKey(), escaped(label.getValue())))
                    .sorted()
                    .collect(Collectors.joining(",", "{", "}")));
        }
        text.append(' ').append(number(value)).append('\n');
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private static String number(Number value) {
        double size = value.doubleValue();
        boolean whole = size == Math.rint(size) && Math.abs(size) < 1e15;
        return whole ? String.valueOf(value.longValue()) : value.toString();
    }

    private static String escaped(String label) {
        return label.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
