package dev.threadline.dashboard.web.parameter;

import dev.threadline.dashboard.access.Visitor;
import dev.threadline.dashboard.error.DashboardErrors;
import dev.threadline.dashboard.warehouse.LiveWarehouse;
import dev.threadline.dashboard.warehouse.PublicationReader;
import dev.threadline.dashboard.warehouse.Sight;
import dev.threadline.dashboard.web.parameter.ListParameters.Cursor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The publication that is asked for: by its number, by the date of which it is the last, as that of the page before, or
 * the newest.
 */
public final class PublicationParameter {

    static final String NAME = "publication";

    private PublicationParameter() {}

    /** Whether one is asked for. */
    public static boolean isGiven(Parameters parameters) {
        return parameters.text(NAME).isPresent();
    }

    /**
     * Starts reading it as a visitor sees it; where the parameter is a mistake, the newest.
     *
     * @throws dev.threadline.dashboard.error.NotKept if there is none such
     */
    public static PublicationReader read(Parameters parameters, LiveWarehouse warehouse, Sight sight) {
        Optional<String> asked = parameters.text(NAME);
        if (asked.isEmpty()) {
            Optional<Cursor> before = parameters.text("after").flatMap(Cursor::parse);
            return before.isEmpty()
                    ? warehouse.read(sight)
                    : warehouse.read(sight, before.get().publicationId());
        }
        if (asked.get().matches("\\d{1,9}")) {
            return warehouse.read(sight, Long.parseLong(asked.get()));
        }
        Optional<LocalDate> date = parameters.date(NAME);
        return date.isEmpty() ? warehouse.read(sight) : warehouse.read(sight, lastOn(date.get(), warehouse));
    }

    private static long lastOn(LocalDate date, LiveWarehouse warehouse) {
        try (PublicationReader newest = warehouse.read(Visitor.LOCAL.sight())) {
            Instant until = date.plusDays(1)
                    .atStartOfDay(newest.publication().reportZone())
                    .toInstant();
            return warehouse.publishedBefore(until).orElseThrow(() -> DashboardErrors.nothingPublishedBy(date));
        }
    }
}
