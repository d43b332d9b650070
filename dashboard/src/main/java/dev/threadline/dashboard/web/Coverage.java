package dev.threadline.dashboard.web;

import java.time.LocalDate;
import java.util.List;

/**
 * What there is to choose from in a publication.
 *
 * @param first the first report date
 * @param channels sorted by their number of conversations
 * @param teams likewise; the empty text stands for conversations without a team
 * @param agents the busiest by name
 */
record Coverage(LocalDate first, List<String> channels, List<String> teams, List<String> agents) {}
