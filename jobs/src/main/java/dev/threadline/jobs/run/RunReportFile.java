package dev.threadline.jobs.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.threadline.jobs.JobErrors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A file that holds the report of the last run that was told to write it; whoever reads it finds a whole report. */
public final class RunReportFile {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path file;

    /** A file in a folder that is there; a user error otherwise, so that nobody learns of it only after the run. */
    public RunReportFile(Path file) {
        this.file = file.toAbsolutePath().normalize();
        Path folder = this.file.getParent();
        if (folder == null || !Files.isWritable(folder) || Files.isDirectory(this.file)) {
            throw JobErrors.cannotWriteReport(file, null);
        }
    }

    /** Puts the report in place of an earlier one; a user error if that cannot be done. */
    public void write(RunReport report) {
        try {
            Path unfinished = file.resolveSibling("." + file.getFileName() + "." + report.runId() + ".tmp");
            try {
                Files.writeString(unfinished, json(report));
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException cause) {
            throw JobErrors.cannotWriteReport(file, cause);
        }
    }

    static String json(RunReport report) throws JsonProcessingException {
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
