package dev.threadline.sample;

import dev.threadline.sample.operation.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How much is said, when, and by how many; what is not given follows from the rest. */
final class PeriodOptions {

    /** A fixed date, so that the same seed gives the same log on every day. */
    private static final Instant DEFAULT_END = Instant.parse("2026-04-01T00:00:00Z");

    private static final int DEFAULT_AGENTS = 40;
    private static final long DEFAULT_DAYS = 28;
    private static final int FEWEST_AGENTS = 4;
    private static final int MOST_AGENTS = 100_000;
    private static final long MOST_DAYS = 3_660;
    private static final long MOST_CONVERSATIONS = 1_000_000_000;

    @Option(
            names = "--conversations",
            paramLabel = "N",
            defaultValue = "20000",
            description = "About how many conversations begin, with some ten records each (${DEFAULT-VALUE}).")
    long conversations;

    @Option(
            names = "--days",
            paramLabel = "N",
            description = "Length of the period (28, or as many as the agents need for the conversations).")
    @Nullable
    Long days;

    @Option(
            names = "--agents",
            paramLabel = "N",
            description =
                    "People who answer, in four teams (40, or as many as the conversations need in the given days).")
    @Nullable
    Integer agents;

    @Option(
            names = "--until",
            converter = Instants.class,
            paramLabel = "INSTANT",
            description = "End of the period, exclusive (2026-04-01T00:00:00Z: a fixed date, so that"
                    + " the same seed gives the same log).")
    @Nullable
    Instant until;

    @Option(
            names = "--from",
            converter = Dates.class,
            paramLabel = "DATE",
            description = "First date of the period, in UTC (the end less the days).")
    @Nullable
    LocalDate from;

    /** Reads an instant. */
    static final class Instants implements ITypeConverter<Instant> {
        @Override
        public Instant convert(String value) {
            try {
                return Instant.parse(value);
            } catch (DateTimeParseException mistake) {
                throw new TypeConversionException("'" + value + "' is no instant in UTC like 2026-04-01T00:00:00Z");
            }
        }
    }

    /** Reads a date. */
    static final class Dates implements ITypeConverter<LocalDate> {
        @Override
        public LocalDate convert(String value) {
            try {
                return LocalDate.parse(value);
            } catch (DateTimeParseException mistake) {
                throw new TypeConversionException("'" + value + "' is no date like 2026-03-04");
            }
        }
    }

    /** A period, half-open. */
    record Period(Instant from, Instant untilExclusive) {

        long days() {
            return Math.max(1, Duration.between(from, untilExclusive).toDays());
        }
    }

    Period period() {
        if (from != null && until != null && days != null) {
            throw SampleErrors.periodGivenTwice();
        }
        Limits.check("--conversations", conversations, 1, MOST_CONVERSATIONS);
        if (days != null) {
            Limits.check("--days", days, 1, MOST_DAYS);
        }
        if (agents != null) {
            Limits.check("--agents", agents, FEWEST_AGENTS, MOST_AGENTS);
        }
        Period period = withEnds();
        if (!period.from().isBefore(period.untilExclusive())) {
            throw SampleErrors.emptyPeriod(period.from(), period.untilExclusive());
        }
        Limits.check("--days", period.days(), 1, MOST_DAYS);
        return period;
    }

    private Period withEnds() {
        Instant start = from == null ? null : from.atStartOfDay(ZoneOffset.UTC).toInstant();
        if (start != null && until != null) {
            return new Period(start, until);
        }
        Duration length = Duration.ofDays(days == null ? defaultDays() : days);
        if (start != null) {
            return new Period(start, start.plus(length));
        }
        Instant end = until == null ? DEFAULT_END : until;
        return new Period(end.minus(length), end);
    }

    private long defaultDays() {
        return Math.max(DEFAULT_DAYS, Scenario.daysNeeded(conversations, agents == null ? DEFAULT_AGENTS : agents));
    }

    int agents(Period period) {
        long needed = Scenario.agentsNeeded(conversations, period.days());
        if (agents == null) {
            return (int) Math.min(MOST_AGENTS, Math.max(DEFAULT_AGENTS, needed));
        }
        if (agents < needed) {
            throw SampleErrors.overloaded(conversations, period.days(), agents);
        }
        return agents;
    }
}
