package dev.threadline.jobs.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The report of a run as JSON. */
public final class RunReportJson {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private RunReportJson() {}

    /** The report as one object. */
    public static String of(RunReport report) {
        try {
            return json(report);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("numbers and texts could not be written as JSON", impossible);
        }
    }

    private static String json(RunReport report) throws JsonProcessingException {
        ObjectNode root = JSON.createObjectNode()
                .put("run_id", report.runId())
                .put("command", report.command())
                .put("state", report.ending().state().code())
                .put("exit_code", report.ending().exitCode())
                .put("started_at", report.startedAt().toString())
                .put("finished_at", report.ending().finishedAt().toString())
                .put("duration_ms", report.duration().toMillis())
                .put("warehouse", report.warehouse())
                .put("as_of", text(report.asOf()))
                .put("publication_id", report.publicationId());
        root.set("versions", JSON.valueToTree(report.versions()));
        root.set("counts", JSON.valueToTree(report.counts()));
        ArrayNode steps = root.putArray("steps");
        report.steps()
                .forEach(step -> steps.addObject()
                        .put("step", step.what())
                        .put("duration_ms", step.duration().toMillis()));
        root.set("warnings", JSON.valueToTree(report.warnings()));
        return JSON.writeValueAsString(root.put("error", report.ending().error())) + "\n";
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
