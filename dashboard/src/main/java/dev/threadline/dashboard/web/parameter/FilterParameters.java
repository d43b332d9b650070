package dev.threadline.dashboard.web.parameter;

import dev.threadline.dashboard.query.Clock;
import dev.threadline.dashboard.query.Filter;
import dev.threadline.dashboard.query.Filters;
import dev.threadline.dashboard.query.Period;
import dev.threadline.dashboard.warehouse.Publication;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The filter bar's state as it stands in an address. */
public final class FilterParameters {

    public static final Preset STANDARD = Preset.MONTH;

    private FilterParameters() {}

    /**
     * Reads {@code period} or {@code from} and {@code until}, {@code clock}, and the filters.
     *
     * @param first the first date of the data
     */
    public static Filters read(Parameters parameters, Publication publication, LocalDate first) {
        Clock clock = parameters.choice("clock", Clock.WALL);
        Map<Filter, List<String>> values = new EnumMap<>(Filter.class);
        for (Filter filter : Filter.values()) {
            values.put(
                    filter,
                    filter.words().isEmpty()
                            ? parameters.texts(filter.parameter())
                            : parameters.words(filter.parameter(), filter.words()));
        }
        return new Filters(period(parameters, publication, first), clock, values);
    }

    private static Period period(Parameters parameters, Publication publication, LocalDate first) {
        LocalDate last = publication.asOfDate();
        Period standard = parameters
                .choice("period", STANDARD)
                .period(first.isAfter(last) ? last : first, last, publication.reportZone());
        Optional<LocalDate> from = parameters.date("from");
        Optional<LocalDate> until = parameters.date("until");
        if (from.isEmpty() && until.isEmpty()) {
            return standard;
        }
        if (from.isEmpty() || until.isEmpty()) {
            parameters.problem("from, until: give both or none");
            return standard;
        }
        if (!from.get().isBefore(until.get())) {
            parameters.problem("until: is the day after the last and so must come after from");
            return standard;
        }
        return new Period(from.get(), until.get(), publication.reportZone());
    }
}
