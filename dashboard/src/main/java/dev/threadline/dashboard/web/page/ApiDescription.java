package dev.threadline.dashboard.web.page;

import dev.threadline.dashboard.api.ApiDocument;
import dev.threadline.dashboard.api.ApiParameter;
import dev.threadline.dashboard.api.Member;
import dev.threadline.dashboard.api.Operation;
import dev.threadline.dashboard.web.answer.ApiAnswer;
import dev.threadline.dashboard.web.answer.Questions;
import dev.threadline.dashboard.web.parameter.Parameters;
import dev.threadline.dashboard.web.question.Freshness;
import dev.threadline.dashboard.web.question.Question;
import io.javalin.http.Context;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Answers what the API answers: for programs by OpenAPI, for people as a page. */
public final class ApiDescription implements ApiAnswer {

    private final Questions questions;
    private final ApiDocument document;
    private final Pages pages;
    private final List<Operation> operations = new ArrayList<>();

    public ApiDescription(List<ApiAnswer> answers, Questions questions, ApiDocument document, Pages pages) {
        this.questions = questions;
        this.document = document;
        this.pages = pages;
        answers.forEach(answer -> operations.add(answer.operation()));
        operations.add(operation());
    }

    @Override
    public Operation operation() {
        return new Operation("openapi.json", "This document", List.of(), List.of(), List.of(Operation.JSON));
    }

    @Override
    public void answer(Context context) throws Exception {
        Parameters parameters = new Parameters(context.queryParamMap());
        questions.ask(context, parameters, question -> {
            parameters.check();
            if (!Freshness.unchanged(context, question)) {
                context.json(document.of(operations, member -> columns(question, member)));
            }
        });
    }

    /** Shows the same to people. */
    public void page(Context context) throws Exception {
        Parameters parameters = new Parameters(context.queryParamMap());
        questions.ask(context, parameters, question -> {
            parameters.check();
            List<Map<String, Object>> shown = new ArrayList<>();
            for (Operation operation : operations) {
                shown.add(shown(operation, question));
            }
            pages.plain(context, "API", "api", Map.of("operations", shown));
        });
    }

    private static Map<String, Object> shown(Operation operation, Question question) throws SQLException {
        List<Map<String, Object>> members = new ArrayList<>();
        for (Member member : operation.members()) {
            members.add(Map.of(
                    "member",
                    member.name(),
                    "about",
                    member.description(),
                    "columns",
                    String.join(", ", columns(question, member).keySet())));
        }
        return Map.of(
                "path",
                operation.path(),
                "id",
                operation.id(),
                "summary",
                operation.summary(),
                "roles",
                ApiDocument.roles(operation),
                "formats",
                String.join(", ", operation.formats()),
                "parameters",
                operation.parameters().stream().map(ApiDescription::shown).toList(),
                "members",
                members);
    }

    private static Map<String, Object> shown(ApiParameter parameter) {
        return Map.of(
                "parameter", parameter.name(), "about", parameter.description(), "values", values(parameter.schema()));
    }

    private static String values(Map<String, Object> schema) {
        if (schema.get("enum") instanceof List<?> words) {
            return words.stream().map(String::valueOf).collect(Collectors.joining(" | "));
        }
        return schema.containsKey("minimum")
                ? "%s to %s".formatted(schema.get("minimum"), schema.get("maximum"))
                : String.valueOf(schema.getOrDefault("format", schema.get("type")));
    }

    /** The columns of a member's rows that the visitor may see; none where this publication is without the table. */
    private static Map<String, String> columns(Question question, Member member) throws SQLException {
        if (member.rowsOf().isEmpty()) {
            return Map.of();
        }
        try {
            Map<String, String> columns =
                    question.columns(member.rowsOf().get().unasked(question.filters(), member.words()));
            columns.remove("sort_key");
            return columns;
        } catch (SQLException refused) {
            if (!String.valueOf(refused.getMessage()).contains("does not exist")) {
                throw refused;
            }
            return Map.of();
        }
    }
}
