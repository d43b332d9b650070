package dev.threadline.dashboard.alert;

import java.util.OptionalDouble;

/** When a value is worth an alert. */
sealed interface Condition {

    /** Whether the value is worth one; without what is usual nothing is said about change. */
    boolean holds(double value, OptionalDouble usual);

    String inWords(Unit unit);

    /** More than a limit. */
    record Above(double limit) implements Condition {
        @Override
        public boolean holds(double value, OptionalDouble usual) {
            return value > limit;
        }

        @Override
        public String inWords(Unit unit) {
            return "above " + unit.inWords(limit);
        }
    }

    /** Less than a limit. */
    record Below(double limit) implements Condition {
        @Override
        public boolean holds(double value, OptionalDouble usual) {
            return value < limit;
        }

        @Override
        public String inWords(Unit unit) {
            return "below " + unit.inWords(limit);
        }
    }

    /**
     * More, or less, than is usual at the same time of the week.
     *
     * @param percent of what is usual; negative for less
     */
    record Change(double percent) implements Condition {
        @Override
        public boolean holds(double value, OptionalDouble usual) {
            double limit = usual.orElse(Double.NaN) * (1 + percent / 100);
            return percent > 0 ? value > limit : value < limit;
        }

        @Override
        public String inWords(Unit unit) {
            return "%.0f %% %s than usual at this time of the week"
                    .formatted(Math.abs(percent), percent > 0 ? "more" : "less");
        }
    }
}
