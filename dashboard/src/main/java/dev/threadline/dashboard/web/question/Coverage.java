package dev.threadline.dashboard.web.question;

import java.time.LocalDate;
import java.util.List;

/**
 * What there is to choose from in a publication.
 *
 * @param first the first report date
 * @param queues the busiest first
 * @param agents the busiest by name
 */
public record Coverage(LocalDate first, List<Queue> queues, List<String> agents) {

    /** A channel and a team with conversations; the empty text stands for those without a team. */
    public record Queue(String channel, String team) {}

    public Coverage {
        queues = List.copyOf(queues);
        agents = List.copyOf(agents);
    }

    /** Each once, that of the busiest queue first. */
    public List<String> channels() {
        return queues.stream().map(Queue::channel).distinct().toList();
    }

    /** Likewise; the empty text stands for no team. */
    public List<String> teams() {
        return queues.stream().map(Queue::team).distinct().toList();
    }
}
