package dev.threadline.dashboard.web;

import dev.threadline.dashboard.warehouse.LiveWarehouse;
import dev.threadline.dashboard.warehouse.PublicationReader;
import io.javalin.http.Context;

/** Answers whether there is a publication to read, and which. */
final class Health {

    private final LiveWarehouse warehouse;
    private final Release release;

    Health(LiveWarehouse warehouse, Release release) {
        this.warehouse = warehouse;
        this.release = release;
    }

    void answer(Context context) {
        try (PublicationReader reader = warehouse.read()) {
            context.header("Cache-Control", "no-store");
            context.json(Answer.named("health", reader.publication())
                    .with("n", reader.publication().conversations())
                    .with("status", "up")
                    .with("version", release.version())
                    .members());
        }
    }
}
