package dev.threadline.jobs.config;

import java.io.Serializable;
import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Within which time a first response is due. The dashboard judges by it; no table depends on it.
 *
 * @param byTeam lengths by team and channel, as the file names them; {@code default} stands for all others
 */
public record Targets(SortedMap<String, SortedMap<String, Duration>> byTeam) implements Serializable {

    /** The settings of one who names none: the dashboard's own default holds. */
    public static final Targets NONE = new Targets(Collections.emptySortedMap());

    public Targets {
        SortedMap<String, SortedMap<String, Duration>> copy = new TreeMap<>();
        byTeam.forEach((team, channels) -> copy.put(team, new TreeMap<>(channels)));
        byTeam = Collections.unmodifiableSortedMap(copy);
    }
}
