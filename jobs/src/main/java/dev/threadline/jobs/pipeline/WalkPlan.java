package dev.threadline.jobs.pipeline;

import dev.threadline.ingestion.warehouse.AgeBands;
import dev.threadline.jobs.boundary.BoundaryPolicy;
import dev.threadline.jobs.config.Configuration;
import dev.threadline.jobs.config.Inference;
import dev.threadline.jobs.sensitivity.PolicySensitivity;
import dev.threadline.jobs.sensitivity.ThreadSample;
import dev.threadline.jobs.walk.Completion;
import dev.threadline.jobs.walk.ConfiguredDefinitions;
import dev.threadline.jobs.walk.ThreadWalk;
import java.io.Serializable;

/**
 * What a task needs to walk threads: small, and sent with the task.
 *
 * @param sample of the threads that other policies are tried on
 * @param bands of age, counted from as-of, that files are cut into
 */
public record WalkPlan(Configuration configuration, ThreadSample sample, AgeBands bands) implements Serializable {

    /** Epoch milliseconds; records after it are not read. */
    public long asOf() {
        return bands.asOf();
    }

    public ThreadWalk walk() {
        return new ThreadWalk(definitions(), asOf());
    }

    public Completion completion() {
        return new Completion(definitions());
    }

    PolicySensitivity sensitivity() {
        return new PolicySensitivity(definitions(), configuration.inference(), configuration.giveUp(), sample, asOf());
    }

    public ConfiguredDefinitions definitions() {
        return ConfiguredDefinitions.of(configuration, policy());
    }

    private BoundaryPolicy policy() {
        Inference inference = configuration.inference();
        return switch (inference.policy()) {
            case SILENCE -> ConfiguredDefinitions.silence(configuration);
            case LEARNED -> ConfiguredDefinitions.learned(configuration, inference.model());
        };
    }
}
