package dev.threadline.dashboard.web;

import dev.threadline.dashboard.access.Visitor;
import dev.threadline.dashboard.api.Member;
import dev.threadline.dashboard.api.Operation;
import dev.threadline.dashboard.warehouse.LiveWarehouse;
import dev.threadline.dashboard.warehouse.PublicationReader;
import dev.threadline.dashboard.warehouse.Sight;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;

/** Answers whether there is a publication to read, and which. */
final class Health implements ApiAnswer {

    private final LiveWarehouse warehouse;
    private final Release release;

    Health(LiveWarehouse warehouse, Release release) {
        this.warehouse = warehouse;
        this.release = release;
    }

    @Override
    public Operation operation() {
        Map<String, Object> string = Map.of("type", "string");
        return new Operation(
                "health",
                "Whether there is a publication to read, and which; to those who have not signed in only the former",
                List.of(),
                List.of(
                        Member.n("Conversations in the publication"),
                        Member.value("status", "up", string),
                        Member.value("version", "Version of the server", string)),
                List.of(Operation.JSON));
    }

    /** Tells those who have not signed in no more than that it is up. */
    @Override
    public void answer(Context context) {
        context.header("Cache-Control", "no-store");
        Sight sight = Gate.known(context).map(Visitor::sight).orElse(Sight.EVERYTHING);
        Parameters parameters = new Parameters(context.queryParamMap());
        try (PublicationReader reader = PublicationParameter.read(parameters, warehouse, sight)) {
            parameters.check();
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
