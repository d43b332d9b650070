package dev.threadline.dashboard.web;

import java.time.LocalDate;
import java.util.List;

/**
 * What there is to choose from in a publication.
 *
 * @param first the first report date
 * @param queues the busiest first
 * @param agents the busiest by name
 */
record Coverage(LocalDate first, List<Queue> queues, List<String> agents) {

    /** A channel and a team with conversations; the empty text stands for those without a team. */
    record Queue(String channel, String team) {}

    Coverage {
        queues = List.copyOf(queues);
        agents = List.copyOf(agents);
    }

    List<String> channels() {
        return queues.stream().map(Queue::channel).distinct().toList();
    }

    List<String> teams() {
        return queues.stream().map(Queue::team).distinct().toList();
    }
}
