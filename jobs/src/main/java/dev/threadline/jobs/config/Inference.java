package dev.threadline.jobs.config;

import dev.threadline.jobs.boundary.model.BoundaryModel;
import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the ends of conversations are inferred where no event says so.
 *
 * @param policyFile the file of the model as written; {@code null} for the one that comes with Threadline
 * @param model what the learned policy judges by
 * @param maxGap under the learned policy a gap of this length always ends a conversation; {@code null} if none does
 */
public record Inference(
        Policy policy,
        @Nullable String policyFile,
        BoundaryModel model,
        @Nullable Duration maxGap) implements Serializable {}
