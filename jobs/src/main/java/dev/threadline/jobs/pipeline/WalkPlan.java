package dev.threadline.jobs.pipeline;

import dev.threadline.jobs.boundary.BoundaryPolicy;
import dev.threadline.jobs.boundary.LearnedPolicy;
import dev.threadline.jobs.boundary.SilencePolicy;
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
 * @param asOf epoch milliseconds; records after it are not read
 */
record WalkPlan(Configuration configuration, ThreadSample sample, long asOf) implements Serializable {

    ThreadWalk walk() {
        return new ThreadWalk(definitions(), asOf);
    }

    Completion completion() {
        return new Completion(definitions());
    }

    PolicySensitivity sensitivity() {
        return new PolicySensitivity(definitions(), configuration.inference(), configuration.giveUp(), sample, asOf);
    }

    ConfiguredDefinitions definitions() {
        return ConfiguredDefinitions.of(configuration, policy());
    }

    private BoundaryPolicy policy() {
        Inference inference = configuration.inference();
        return switch (inference.policy()) {
            case SILENCE ->
                new SilencePolicy(channel -> configuration.rules(channel).silence(), configuration.giveUp());
            case LEARNED -> new LearnedPolicy(inference.model(), configuration.giveUp(), inference.maxGap());
        };
    }
}
