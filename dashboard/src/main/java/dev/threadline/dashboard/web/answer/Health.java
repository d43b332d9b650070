package dev.threadline.dashboard.web.answer;

import dev.threadline.dashboard.access.Visitor;
import dev.threadline.dashboard.access.Visitors;
import dev.threadline.dashboard.api.Member;
import dev.threadline.dashboard.api.Operation;
import dev.threadline.dashboard.warehouse.LiveWarehouse;
import dev.threadline.dashboard.warehouse.PublicationReader;
import dev.threadline.dashboard.warehouse.Sight;
import dev.threadline.dashboard.web.parameter.Parameters;
import dev.threadline.dashboard.web.parameter.PublicationParameter;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;

/** Answers whether there is a publication to read, and which. */
public final class Health implements ApiAnswer {

    private final LiveWarehouse warehouse;
    private final String version;

    /**
     * Answers about a warehouse.
     *
     * @param version of the server
     */
    public Health(LiveWarehouse warehouse, String version) {
        this.warehouse = warehouse;
        this.version = version;
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
        Sight sight = Visitors.known(context).map(Visitor::sight).orElse(Sight.EVERYTHING);
        Parameters parameters = new Parameters(context.queryParamMap());
        try (PublicationReader reader = PublicationParameter.read(parameters, warehouse, sight)) {
            parameters.check();
            context.json(
                    Visitors.known(context).isEmpty()
                            ? Map.of("name", "health", "status", "up")
                            : Answer.about("health", reader)
                                    .with("n", reader.publication().conversations())
                                    .with("status", "up")
                                    .with("version", version)
                                    .members());
        }
    }
}
