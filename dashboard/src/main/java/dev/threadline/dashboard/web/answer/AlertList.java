package dev.threadline.dashboard.web.answer;

import dev.threadline.dashboard.access.Role;
import dev.threadline.dashboard.alert.AlertStatus;
import dev.threadline.dashboard.api.Member;
import dev.threadline.dashboard.api.Operation;
import dev.threadline.dashboard.web.parameter.Parameters;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers how the alerts of the configuration stand. */
public final class AlertList implements ApiAnswer {

    private final Questions questions;
    private final Supplier<List<AlertStatus>> alerts;

    public AlertList(Questions questions, Supplier<List<AlertStatus>> alerts) {
        this.questions = questions;
        this.alerts = alerts;
    }

    @Override
    public Operation operation() {
        Map<String, Object> rows =
                Map.of("type", "array", "items", Map.of("type", "object", "properties", AlertStatus.schema()));
        return new Operation(
                "alerts",
                "One row per alert of the configuration, as it stands after the newest publication",
                List.of(),
                List.of(Member.n("Alerts"), Member.value("rows", "The alerts; durations are in milliseconds", rows)),
                List.of(Operation.JSON));
    }

    @Override
    public void answer(Context context) throws Exception {
        Parameters parameters = new Parameters(context.queryParamMap());
        questions.ask(context, parameters, question -> {
            parameters.check();
            boolean ofAgents = question.visitor().role() == Role.LEAD;
            List<Map<String, @Nullable Object>> rows = alerts.get().stream()
                    .filter(status -> ofAgents || !status.isOfAgents())
                    .map(AlertStatus::row)
                    .toList();
            context.json(Answer.to("alerts", question)
                    .with("clock", Parameters.word(question.filters().clock()))
                    .with("ignored_filters", List.of())
                    .with("n", rows.size())
                    .with("rows", rows)
                    .members());
        });
    }
}
