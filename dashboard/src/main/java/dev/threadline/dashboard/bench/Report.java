package dev.threadline.dashboard.bench;

import dev.threadline.dashboard.bench.Results.Spread;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** What a race came to, as Markdown. */
final class Report {

    private static final double MILLION = 1e6;
    private static final double MIB = 1 << 20;

    private final StringBuilder text = new StringBuilder();

    /**
     * A report on a race.
     *
     * @param ran when, on what and how, a line each
     * @param agreement how the tables compare, a line for each contender
     */
    static String of(
            List<String> ran, List<Contender> contenders, Results results, long messages, List<String> agreement) {
        Report report = new Report();
        ran.forEach(line -> report.line("- " + line));
        report.contenders(contenders, results, messages);
        report.targets(results);
        agreement.forEach(line -> report.line("- " + line));
        return report.text.toString();
    }

    private void contenders(List<Contender> contenders, Results results, long messages) {
        line("");
        line("| | contender | wall, s | CPU, s | CPU s / million messages | peak memory, MB |");
        line("|---|---|---|---|---|---|");
        for (Contender contender : contenders) {
            String key = contender.key();
            if (!results.has(key)) {
                continue;
            }
            Spread cpu = results.spread(key, Measured::cpuSeconds);
            double peak = results.spread(key, Measured::peakBytes).most();
            line(String.format(
                    Locale.ROOT,
                    "| %s | %s | %s | %s | %s | %s |",
                    key,
                    contender.name(),
                    words(results.spread(key, Measured::wallSeconds)),
                    words(cpu),
                    key.startsWith("f") ? "" : String.format(Locale.ROOT, "%.1f", cpu.median() * MILLION / messages),
                    peak == 0 ? "" : String.format(Locale.ROOT, "%,.0f", peak / MIB)));
        }
    }

    private void targets(Results results) {
        line("");
        line("| | reached | target | |");
        line("|---|---|---|---|");
        for (Target target : Target.ALL) {
            OptionalDouble reached = target.reached(results);
            if (reached.isPresent()) {
                double value = reached.getAsDouble();
                line(String.format(
                        Locale.ROOT,
                        "| %s | %.2f | %s | %s |",
                        target.name(),
                        value,
                        target.wanted(),
                        target.isMetBy(value) ? "met" : "not met"));
            }
        }
        line("");
    }

    /** Median, and least and most. */
    private static String words(Spread spread) {
        return String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", spread.median(), spread.least(), spread.most());
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
