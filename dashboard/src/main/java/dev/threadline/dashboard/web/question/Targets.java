package dev.threadline.dashboard.web.question;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Within which time a first response is due, by team and channel. What a team says of a channel goes before what it says
 * of all others, and both before what holds for all other teams.
 *
 * @param byTeam lengths by team and channel; {@value #OTHERS} stands for all others
 */
public record Targets(Map<String, Map<String, Duration>> byTeam) {

    /** The name that stands for all teams, or channels, that have none of their own. */
    public static final String OTHERS = "default";

    private static final Duration STANDARD = Duration.ofMinutes(60);

    /** What holds where nobody configured anything: an hour, everywhere. */
    public static final Targets STANDARDS = everywhere(STANDARD);

    private static final ObjectMapper JSON = new ObjectMapper();

    public Targets {
        Map<String, Map<String, Duration>> copy = new HashMap<>();
        byTeam.forEach((team, channels) -> copy.put(team, Map.copyOf(channels)));
        byTeam = Map.copyOf(copy);
    }

    /** One target for all. */
    public static Targets everywhere(Duration target) {
        return new Targets(Map.of(OTHERS, Map.of(OTHERS, target)));
    }

    /** The target of a channel and a team; the empty text stands for no team. */
    public Duration of(String channel, String team) {
        return Stream.of(team, OTHERS)
                .map(byTeam::get)
                .filter(Objects::nonNull)
                .flatMap(channels -> Stream.of(channels.get(channel), channels.get(OTHERS)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(STANDARD);
    }

    /** The targets of these queues, as a query takes them: a JSON array of channel, team and target_ms. */
    public String json(List<Coverage.Queue> queues) {
        List<Map<String, Object>> rows = queues.stream()
                .map(queue -> Map.<String, Object>of(
                        "channel",
                        queue.channel(),
                        "team",
                        queue.team(),
                        "target_ms",
                        of(queue.channel(), queue.team()).toMillis()))
                .toList();
        try {
            return JSON.writeValueAsString(rows);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
