package dev.threadline.jobs.cli.learn;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.threadline.jobs.evaluate.Estimate;
import dev.threadline.jobs.evaluate.Evaluation;
import dev.threadline.jobs.evaluate.Evaluation.PolicyRow;
import dev.threadline.jobs.evaluate.WorstThread;
import org.jspecify.annotations.Nullable;

/** An evaluation as JSON, null where a measure is not defined. */
final class EvaluationJson {

    private EvaluationJson() {}

    static String of(Evaluation evaluation) {
        ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        ObjectNode root = mapper.createObjectNode()
                .put("threads", evaluation.threads())
                .put("activities", evaluation.activities())
                .put("boundaries", evaluation.boundaries())
                .put("k", evaluation.k());
        ArrayNode policies = root.putArray("policies");
        evaluation.rows().forEach(row -> add(policies.addObject(), row));
        ArrayNode worst = root.putArray("worst_threads");
        evaluation.worst().forEach(thread -> add(worst.addObject(), thread));
        try {
            return mapper.writeValueAsString(root) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("numbers and ids could not be written as JSON", impossible);
        }
    }

    private static void add(ObjectNode policy, PolicyRow row) {
        policy.put("policy", row.policy())
                .put("baseline", row.baseline())
                .put("cuts", row.total().cuts())
                .put("hits", row.total().boundaries().hits())
                .put("wrong", row.total().boundaries().wrong())
                .put("missed", row.total().boundaries().missed());
        row.estimates().forEach((measure, estimate) -> add(policy.putObject(measure.code()), estimate));
    }

    private static void add(ObjectNode node, Estimate estimate) {
        node.put("value", defined(estimate.value()))
                .put("low", defined(estimate.low()))
                .put("high", defined(estimate.high()));
    }

    private static void add(ObjectNode node, WorstThread worst) {
        node.put("policy", worst.policy())
                .put("source", worst.source())
                .put("thread_id", worst.threadId())
                .put("activities", worst.tally().items())
                .put("boundaries", worst.tally().trueBoundaries())
                .put("missed", worst.tally().boundaries().missed())
                .put("wrong", worst.tally().boundaries().wrong());
    }

    private static @Nullable Double defined(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
