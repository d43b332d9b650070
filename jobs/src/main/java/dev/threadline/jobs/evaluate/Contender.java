package dev.threadline.jobs.evaluate;

import dev.threadline.jobs.boundary.BoundaryPolicy;
import java.util.function.IntFunction;

/**
 * A policy that is compared.
 *
 * @param name as in the output
 * @param baseline a fixed gap that is always there to compare with
 * @param policies the policy for each thread of the log by place; the same for all, unless it was fitted on other folds
 */
public record Contender(String name, boolean baseline, IntFunction<BoundaryPolicy> policies) {

    /** One policy for all threads. */
    public static Contender of(String name, BoundaryPolicy policy) {
        return new Contender(name, false, thread -> policy);
    }
}
