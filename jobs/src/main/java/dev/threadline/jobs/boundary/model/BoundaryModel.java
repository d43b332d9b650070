package dev.threadline.jobs.boundary.model;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A learned judgement of where conversations end. Its file is read and written by {@link BoundaryModels}.
 *
 * @param version counts what came out under this name
 * @param training how it was fitted and on what, in words, in the order of the file
 * @param others the cards of channels that are not named
 * @param channels the cards of the named channels, complete
 */
public record BoundaryModel(
        String name,
        int version,
        Map<String, String> training,
        Scorecards others,
        SortedMap<String, Scorecards> channels)
        implements Serializable {

    public BoundaryModel {
        training = Collections.unmodifiableMap(new LinkedHashMap<>(training));
        channels = Collections.unmodifiableSortedMap(new TreeMap<>(channels));
    }

    /** The same model with all thresholds moved; a lower one finds more ends. */
    public BoundaryModel withThresholdsMoved(int by) {
        TreeMap<String, Scorecards> movedChannels = new TreeMap<>();
        channels.forEach((channel, cards) -> movedChannels.put(channel, cards.withThresholdsMoved(by)));
        return new BoundaryModel(name, version, training, others.withThresholdsMoved(by), movedChannels);
    }

    /** The cards for gaps whose later activity came on the channel. */
    public Scorecards cards(String channel) {
        return channels.getOrDefault(channel, others);
    }
}
