package dev.threadline.jobs.pipeline.increment;

import dev.threadline.ingestion.warehouse.AgeBands;
import dev.threadline.jobs.pipeline.WalkPlan;
import java.io.Serializable;

/**
 * What a task needs to walk what was and what is: small, and sent with the task.
 *
 * @param before up to the as-of of the last publication
 * @param after up to as-of now
 * @param bands of age that new files are cut into
 */
record ChangePlan(WalkPlan before, WalkPlan after, AgeBands bands) implements Serializable {

    long attentionCapMs() {
        return after.definitions().attentionCap().toMillis();
    }
}
