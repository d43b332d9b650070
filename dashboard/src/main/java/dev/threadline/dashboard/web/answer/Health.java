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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
        Optional<Visitor> visitor = Visitors.known(context);
        context.json(visitor.isPresent() ? whole(context, visitor.get()) : brief());
    }

    /** Without a look at what is asked: strangers do not choose which publications are opened. */
    private Map<String, String> brief() {
        warehouse.read(Sight.EVERYTHING).close();
        return Map.of("name", "health", "status", "up");
    }

    private Map<String, @Nullable Object> whole(Context context, Visitor visitor) {
        Parameters parameters = new Parameters(context.queryParamMap());
        try (PublicationReader reader = PublicationParameter.read(parameters, warehouse, visitor.sight())) {
            parameters.check();
            return Answer.about("health", reader)
                    .with("n", reader.publication().conversations())
                    .with("status", "up")
                    .with("version", version)
                    .members();
        }
    }
}
