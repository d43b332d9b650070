package dev.threadline.dashboard.web;

import dev.threadline.dashboard.access.Visitor;
import dev.threadline.dashboard.warehouse.LiveWarehouse;
import dev.threadline.dashboard.warehouse.PublicationReader;
import dev.threadline.dashboard.warehouse.Sight;
import io.javalin.http.Context;
import java.util.Map;

/** Answers whether there is a publication to read, and which. */
final class Health {

    private final LiveWarehouse warehouse;
    private final Release release;

    Health(LiveWarehouse warehouse, Release release) {
        this.warehouse = warehouse;
        this.release = release;
    }

    /** Tells those who have not signed in no more than that it is up. */
    void answer(Context context) {
        context.header("Cache-Control", "no-store");
        Sight sight = Gate.known(context).map(Visitor::sight).orElse(Sight.EVERYTHING);
        try (PublicationReader reader = warehouse.read(sight)) {
            context.json(
                    Gate.known(context).isEmpty()
                            ? Map.of("name", "health", "status", "up")
                            : Answer.about("health", reader)
                                    .with("n", reader.publication().conversations())
                                    .with("status", "up")
                                    .with("version", release.version())
                                    .members());
        }
    }
}
