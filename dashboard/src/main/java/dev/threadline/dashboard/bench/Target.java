package dev.threadline.dashboard.bench;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What the race should come to.
 *
 * @param of whose median wall time
 * @param against divided by whose; empty for the seconds themselves
 * @param bound what it is compared with
 * @param atLeast whether more is better
 */
record Target(String name, String of, String against, double bound, boolean atLeast) {

    static final List<Target> ALL = List.of(
            new Target("a build of everything against DuckDB, a / b", "a", "b", 1.0, false),
            new Target("Spark's windows against a build of everything, c / a", "c", "a", 6.0, true),
            new Target("one more day against a build of everything, d / a", "d", "a", 0.25, false),
            new Target("ingest against DuckDB's reader, e1 / e2", "e1", "e2", 1.5, false),
            new Target("a run with nothing new, seconds", "f4", "", 8.0, false),
            new Target("sql until its answer, seconds", "f2", "", 1.5, false),
            new Target("serve until its first answer, seconds", "f3", "", 1.5, false));

    /** What was reached, where those in question had a turn. */
    OptionalDouble reached(Results results) {
        OptionalDouble wall = results.wall(of);
        if (wall.isEmpty() || against.isEmpty()) {
            return wall;
        }
        OptionalDouble other = results.wall(against);
        return other.isEmpty() ? other : OptionalDouble.of(wall.getAsDouble() / other.getAsDouble());
    }

    boolean isMetBy(double value) {
        return atLeast ? value >= bound : value <= bound;
    }

    /** The bound with its direction. */
    String wanted() {
        return (atLeast ? "≥ " : "≤ ") + bound;
    }
}
