package dev.threadline.jobs.cli.session;

import dev.threadline.jobs.rebuild.Comparison;
import dev.threadline.jobs.rebuild.Figure;
import dev.threadline.jobs.rebuild.Unit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A comparison as a table for people: the figures that are other ones now. */
final class ComparisonText {

    private static final String ROW = "%-36s %16s %16s %16s %8s";
    private static final String NOTHING = "-";

    private ComparisonText() {}

    /** The lines of the table. */
    static List<String> lines(Comparison comparison) {
        List<Figure> changed = comparison.changed();
        List<String> lines = new ArrayList<>();
        lines.add(format(
                "days from %s on: %d of %d figures differ from publication %d",
                comparison.from(), changed.size(), comparison.figures().size(), comparison.publicationId()));
        if (!changed.isEmpty()) {
            lines.add(format(ROW, "metric", "before", "after", "difference", ""));
            changed.forEach(figure -> lines.add(format(
                    ROW,
                    figure.metric(),
                    value(figure.unit(), figure.before()),
                    value(figure.unit(), figure.after()),
                    signed(figure.unit(), figure.difference()),
                    share(figure))));
        }
        return lines;
    }

    private static String signed(Unit unit, @Nullable Double difference) {
        return difference == null ? NOTHING : (difference < 0 ? "-" : "+") + value(unit, Math.abs(difference));
    }

    private static String value(Unit unit, @Nullable Double value) {
        if (value == null) {
            return NOTHING;
        }
        return switch (unit) {
            case COUNT -> format("%,.0f", value);
            case RATIO -> format("%.3f", value);
            case DURATION -> duration(Duration.ofMillis(Math.round(value)));
        };
    }

    private static String duration(Duration duration) {
        return format("%,d:%02d:%06.3f", duration.toHours(), duration.toMinutesPart(), seconds(duration));
    }

    private static double seconds(Duration duration) {
        return duration.toSecondsPart() + duration.toMillisPart() / 1000.0;
    }

    private static String share(Figure figure) {
        Double before = figure.before();
        Double difference = figure.difference();
        return before == null || difference == null || before == 0 ? "" : format("%+.1f %%", 100 * difference / before);
    }

    private static String format(String format, @Nullable Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
