package dev.threadline.jobs.pipeline;

import dev.threadline.jobs.boundary.BoundaryPolicy;
import dev.threadline.jobs.boundary.LearnedPolicy;
import dev.threadline.jobs.boundary.SilencePolicy;
import dev.threadline.jobs.calendar.BusinessCalendar;
import dev.threadline.jobs.calendar.Calendars;
import dev.threadline.jobs.config.ChannelRules;
import dev.threadline.jobs.config.Configuration;
import dev.threadline.jobs.config.Inference;
import dev.threadline.jobs.sensitivity.PolicySensitivity;
import dev.threadline.jobs.sensitivity.ThreadSample;
import dev.threadline.jobs.walk.Completion;
import dev.threadline.jobs.walk.Definitions;
import dev.threadline.jobs.walk.ThreadWalk;
import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

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

    Definitions definitions() {
        return new Configured(configuration);
    }

    /** The definitions as the user configured them. */
    private static final class Configured implements Definitions {
        private final Configuration configuration;
        private final Calendars calendars;
        private final BoundaryPolicy policy;

        Configured(Configuration configuration) {
            this.configuration = configuration;
            this.calendars = new Calendars(configuration.schedules());
            this.policy = policyOf(configuration);
        }

        private static BoundaryPolicy policyOf(Configuration configuration) {
            Inference inference = configuration.inference();
            return switch (inference.policy()) {
                case SILENCE ->
                    new SilencePolicy(channel -> configuration.rules(channel).silence(), configuration.giveUp());
                case LEARNED -> new LearnedPolicy(inference.model(), configuration.giveUp(), inference.maxGap());
            };
        }

        @Override
        public BoundaryPolicy policy() {
            return policy;
        }

        @Override
        public ChannelRules rules(String channel) {
            return configuration.rules(channel);
        }

        @Override
        public BusinessCalendar calendar(@Nullable String team, String channel) {
            return calendars.of(team, channel);
        }

        @Override
        public Duration attentionCap() {
            return configuration.attentionCap();
        }

        @Override
        public Duration syncSwitch() {
            return configuration.syncSwitch();
        }

        @Override
        public Duration episodeGap() {
            return configuration.episodeGap();
        }
    }
}
